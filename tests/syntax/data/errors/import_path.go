// ERROR 7:11: syntax error: missing import path
// ERROR 8:8: syntax error: import path must be a string
// ERROR 9:14: syntax error: unexpected name y after top level declaration

package p

import fmt
import 5
import x "a" y
