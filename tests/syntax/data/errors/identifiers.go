// ERROR 7:6: invalid character U+2116 '№' in identifier
// ERROR 8:5: identifier cannot begin with digit U+0663 '٣'

package p

var é, ключ = 1, 2
var a№b = 3
var ٣x = 4
