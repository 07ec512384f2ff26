package main

func a() int           { return }
func b() int           { return 1, 2 }
func c() (int, string) { return 1 }
func d() (int, string) { return "a", 1 }
func e() (int, string) { return f() }
func f() (string, int) { return "", 0 }
func g()               { return nil, 1 }
func h() error         { return "x" }

func main() {
	return 1
}
