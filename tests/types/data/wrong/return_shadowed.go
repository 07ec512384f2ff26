package main

func f() (err error) {
	{
		err := g()
		if err != nil {
			return
		}
	}
	return
}

func g() error { return nil }

func main() {

}
