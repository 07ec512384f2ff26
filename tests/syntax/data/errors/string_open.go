// ERROR 5:9: string not terminated

package p

var s = `abc
