//go:build ignore

// Writes since.inc: what of resources/std Go has only had since a release later than Go 1.19, from the release lists in
// Go's api folder. Run with a real Go: go run since.go
package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"log"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"sort"
	"strings"
)

const std = "../../../resources/std"

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

func receiver(t ast.Expr) string {
	if star, ok := t.(*ast.StarExpr); ok {
		t = star.X
	}
	return t.(*ast.Ident).Name
}

// members adds the fields of a struct and the methods of an interface.
func members(have map[string]bool, name string, t ast.Expr) {
	var list *ast.FieldList
	switch t := t.(type) {
	case *ast.StructType:
		list = t.Fields
	case *ast.InterfaceType:
		list = t.Methods
	default:
		return
	}
	for _, field := range list.List {
		for _, id := range field.Names {
			have[name+"."+id.Name] = true
		}
	}
}

// declared finds the names in resources/std: "sync", "sync.Once", "sync.Once.Do".
func declared() map[string]bool {
	have := map[string]bool{}
	check(filepath.WalkDir(std, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".go" {
			return err
		}
		folder, err := filepath.Rel(std, filepath.Dir(path))
		check(err)
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		check(err)
		pkg := filepath.ToSlash(folder)
		have[pkg] = true
		for _, decl := range file.Decls {
			switch d := decl.(type) {
			case *ast.FuncDecl:
				name := d.Name.Name
				if d.Recv != nil {
					name = receiver(d.Recv.List[0].Type) + "." + name
				}
				have[pkg+"."+name] = true
			case *ast.GenDecl:
				for _, spec := range d.Specs {
					switch s := spec.(type) {
					case *ast.TypeSpec:
						have[pkg+"."+s.Name.Name] = true
						members(have, pkg+"."+s.Name.Name, s.Type)
					case *ast.ValueSpec:
						for _, id := range s.Names {
							have[pkg+"."+id.Name] = true
						}
					}
				}
			}
		}
		return nil
	}))
	return have
}

var (
	line   = regexp.MustCompile(`^pkg ([a-z0-9/]+), (func|var|const|type|method) (.*)$`)
	method = regexp.MustCompile(`^\(\*?(\w+)(?:\[[^\]]*\])?\) (\w+)`)
	member = regexp.MustCompile(`^(\w+)(?:\[[^\]]*\])? (?:struct|interface), (\w+)`)
	plain  = regexp.MustCompile(`^\w+`)
)

// listed gives the package and the name that a line of an api file announces.
func listed(text string) (pkg, name string) {
	m := line.FindStringSubmatch(text)
	if m == nil {
		return "", ""
	}
	if part := method.FindStringSubmatch(m[3]); m[2] == "method" && part != nil {
		return m[1], m[1] + "." + part[1] + "." + part[2]
	}
	if part := member.FindStringSubmatch(m[3]); m[2] == "type" && part != nil {
		return m[1], m[1] + "." + part[1] + "." + part[2]
	}
	return m[1], m[1] + "." + plain.FindString(m[3])
}

func main() {
	have := declared()
	since := map[string]int{}
	for release := 0; release <= 25; release++ {
		file := "go1.txt"
		if release > 0 {
			file = fmt.Sprintf("go1.%d.txt", release)
		}
		text, err := os.ReadFile(filepath.Join(runtime.GOROOT(), "api", file))
		check(err)
		for _, l := range strings.Split(string(text), "\n") {
			pkg, name := listed(l)
			for _, n := range []string{pkg, name} {
				if _, known := since[n]; n != "" && !known {
					since[n] = release
				}
			}
		}
	}
	var rows []string
	for name, release := range since {
		outer := name
		if dot := strings.LastIndexByte(name, '.'); dot >= 0 {
			outer = name[:dot]
		}
		// What a new package or type has from the start goes without saying.
		if have[name] && release > 19 && (outer == name || since[outer] < release) {
			rows = append(rows, fmt.Sprintf("    {\"%s\", Language::Go1_%d},\n", name, release))
		}
	}
	sort.Strings(rows)
	check(os.WriteFile("since.inc", []byte("// Written by since.go.\n"+strings.Join(rows, "")), 0o666))
}
