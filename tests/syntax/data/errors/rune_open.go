// ERROR 5:9: rune literal not terminated

package p

var r = 'a