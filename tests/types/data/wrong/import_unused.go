package main

import "strings"
import "sync"

func main() {

}
