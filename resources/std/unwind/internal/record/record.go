// Package record turns what a program reports of itself into events of its recording.
package record

import "strconv"

// Kinds, in the order the machine knows.
const (
	Log = iota
	Count
	SpanBegin
	SpanEnd
	State
)

// put records one event; attributes are a JSON object. Without a recording it does nothing.
func put(kind int, name, attributes string, value int)

// Put records one event, with the attributes in their order.
func Put(kind int, name string, attributes []Attribute, value int) {
	put(kind, name, Object(attributes), value)
}

// An Attribute is a name and its value as JSON.
type Attribute struct {
	Key  string
	JSON string
}

// Text makes an attribute of a string.
func Text(key, value string) Attribute { return Attribute{key, Quote(value)} }

// Int makes an attribute of a number.
func Int(key string, value int64) Attribute { return Attribute{key, strconv.FormatInt(value, 10)} }

// Object is the attributes as one JSON object.
func Object(attributes []Attribute) string {
	text := "{"
	for i, a := range attributes {
		if i > 0 {
			text += ","
		}
		text += Quote(a.Key) + ":" + a.JSON
	}
	return text + "}"
}

const hex = "0123456789abcdef"

// Quote is s as a JSON string.
func Quote(s string) string {
	quoted := make([]byte, 0, len(s)+2)
	quoted = append(quoted, '"')
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '"' || c == '\\':
			quoted = append(quoted, '\\', c)
		case c == '\n':
			quoted = append(quoted, '\\', 'n')
		case c == '\t':
			quoted = append(quoted, '\\', 't')
		case c < 0x20:
			quoted = append(quoted, '\\', 'u', '0', '0', hex[c>>4], hex[c&15])
		default:
			quoted = append(quoted, c)
		}
	}
	return string(append(quoted, '"'))
}
