// ERROR 3:9: syntax error: unexpected literal 5, expected name

package 5

func f( {
