// ERROR 11:8: syntax error: unexpected ], expected operand
// ERROR 12:9: middle index required in 3-index slice
// ERROR 12:10: final index required in 3-index slice
// ERROR 13:11: final index required in 3-index slice
// ERROR 14:12: syntax error: unexpected literal 3, expected ]
// ERROR 15:10: syntax error: unexpected literal 2, expected comma, : or ]

package p

func f() {
	_ = a[]
	_ = a[::]
	_ = a[:1:]
	_ = a[1:2 3]
	_ = a[1 2]
}
