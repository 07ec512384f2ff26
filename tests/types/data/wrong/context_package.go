package main

import "context"

func main() {
	ctx := context.Background()
	ctx, cancel := context.WithCancel()
	ctx.Cancel()
	var d int = ctx.Done()
	_ = context.WithValue(ctx, 1)
}
