package main

type A struct{ a A }
type B struct{ c C }
type C struct{ b B }
type D [2]D
type E []E
type F *F
type G G
type H I
type I H
type J struct{ j *J }
type K interface{ K }

func main() {

}
