// ERROR 7:10: syntax error: unexpected <-, expected keyword chan

package p

func f() {
	<-<-chan int(c)
	var x <-<-chan int
}
