package rpc

import (
	"context"
	"errors"
	"fmt"
	"strconv"
)

// A Code says how a call ended.
type Code int

const (
	OK Code = iota
	Canceled
	Unknown
	InvalidArgument
	DeadlineExceeded
	NotFound
	AlreadyExists
	PermissionDenied
	ResourceExhausted
	FailedPrecondition
	Aborted
	OutOfRange
	Unimplemented
	Internal
	Unavailable
)

var codeNames = []string{"OK", "Canceled", "Unknown", "InvalidArgument", "DeadlineExceeded", "NotFound", "AlreadyExists",
	"PermissionDenied", "ResourceExhausted", "FailedPrecondition", "Aborted", "OutOfRange", "Unimplemented", "Internal", "Unavailable"}

func (c Code) String() string {
	if c >= 0 && int(c) < len(codeNames) {
		return codeNames[c]
	}
	return "Code(" + strconv.Itoa(int(c)) + ")"
}

// A Status is the error of a call.
type Status struct {
	Code    Code
	Message string
}

func (s *Status) Error() string {
	return "rpc error: code = " + s.Code.String() + " desc = " + s.Message
}

// Errorf makes an error with a code.
func Errorf(code Code, format string, args ...any) error {
	return &Status{code, fmt.Sprintf(format, args...)}
}

// CodeOf is the code of a call's error.
func CodeOf(err error) Code { return statusOf(err).Code }

// statusOf is what err says of a call: its own status, that of an ended context, or Unknown.
func statusOf(err error) *Status {
	var s *Status
	switch {
	case err == nil:
		return &Status{OK, ""}
	case errors.As(err, &s):
		return s
	case errors.Is(err, context.DeadlineExceeded):
		return &Status{DeadlineExceeded, err.Error()}
	case errors.Is(err, context.Canceled):
		return &Status{Canceled, err.Error()}
	}
	return &Status{Unknown, err.Error()}
}
