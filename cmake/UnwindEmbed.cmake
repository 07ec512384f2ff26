# unwind_embed(SOURCE ROOT folder NAMESPACE unwind::x HEADER x/y.h TYPE T FUNCTION f): writes a .cpp that defines
# std::span<const T> f() with {path, text} of every .go file below the folder, ordered by path, and sets SOURCE to it. The
# files are embedded by the assembler; a changed file rebuilds it.
function(unwind_embed source)
  cmake_parse_arguments(ARG "" "ROOT;NAMESPACE;HEADER;TYPE;FUNCTION" "" ${ARGN})
  get_filename_component(root ${ARG_ROOT} ABSOLUTE)
  file(GLOB_RECURSE files CONFIGURE_DEPENDS RELATIVE ${root} ${root}/*.go)
  list(SORT files)
  string(REGEX REPLACE "[^A-Za-z]" "_" symbol ${ARG_NAMESPACE}_${ARG_FUNCTION})
  set(symbols "")
  set(rows "")
  set(inputs "")
  set(index 0)
  foreach(file ${files})
    set(name ${symbol}${index})
    string(APPEND symbols
      "__asm__(\".section .rodata\\n${name}:\\n.incbin \\\"${root}/${file}\\\"\\n${name}End:\\n\"\n"
      "        \".globl ${name}\\n.globl ${name}End\\n.byte 0\\n.previous\\n\");\n"
      "extern \"C\" const char ${name}[], ${name}End[];\n")
    string(APPEND rows "    {\"${file}\", {${name}, static_cast<size_t>(${name}End - ${name})}},\n")
    list(APPEND inputs ${root}/${file})
    math(EXPR index "${index} + 1")
  endforeach()
  set(output ${CMAKE_CURRENT_BINARY_DIR}/${ARG_FUNCTION}.cpp)
  file(CONFIGURE OUTPUT ${output} @ONLY CONTENT [[
#include "@ARG_HEADER@"

@symbols@
namespace @ARG_NAMESPACE@ {

std::span<const @ARG_TYPE@> @ARG_FUNCTION@() {
    static const @ARG_TYPE@ all[] = {
@rows@    };
    return all;
}

} // namespace @ARG_NAMESPACE@
]])
  set_source_files_properties(${output} PROPERTIES OBJECT_DEPENDS "${inputs}")
  set(${source} ${output} PARENT_SCOPE)
endfunction()
