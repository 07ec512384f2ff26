package main

func main(x int) int { return 0 }

func init() int { return 0 }

var init = 1

func f() { init() }
