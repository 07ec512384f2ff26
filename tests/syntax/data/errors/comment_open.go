// ERROR 6:1: comment not terminated

package p

var x = 1
/* no end
