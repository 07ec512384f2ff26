package main

var a = b
var b = c
var c = f()

func f() int { return a }

var d = d

const e = e
const g, h = h, g

func main() {

}
