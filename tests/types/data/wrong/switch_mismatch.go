package main

func main() {
	switch f := func() {}; f {
	case nil:
	}
	switch {
	case 1:
	case true:
	}
	switch nil {
	}
	switch []int{} {
	case nil:
	case []int{}:
	}
	var e error
	switch e {
	case 1:
	}
}
