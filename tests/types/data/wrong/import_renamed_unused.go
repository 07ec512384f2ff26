package main

import s "strings"
import _ "sort"

func main() {}
