# Qt, QCustomPlot and QScintilla for the window's folders. Imported targets belong to a folder, so every folder that
# links them includes this file.
find_package(Qt6 6.4 REQUIRED COMPONENTS Core Gui Widgets PrintSupport Svg Test LinguistTools)
find_package(QCustomPlotQt6 REQUIRED) # has no version file; finds nothing itself, Qt comes first
find_path(QSCINTILLA_INCLUDE_DIR Qsci/qsciscintilla.h PATH_SUFFIXES qt6 REQUIRED)
find_library(QSCINTILLA_LIBRARY qscintilla2_qt6 REQUIRED)

# unwind_widgets(timeline SOURCES a.cpp LINK QCustomPlotQt6::QCustomPlotQt6): the library of widgets/timeline.
# A view sees widgets/common and the recorded facts, and the core folders named in DEPS; never another view.
function(unwind_widgets folder)
  cmake_parse_arguments(ARG "" "" "SOURCES;DEPS;LINK" ${ARGN})
  set(deps base trace state)
  if(NOT folder STREQUAL common)
    list(PREPEND deps widgets/common)
  endif()
  list(APPEND deps ${ARG_DEPS})
  unwind_library(widgets/${folder} SOURCES ${ARG_SOURCES} DEPS ${deps} LINK Qt6::Widgets ${ARG_LINK})
  set(target unwind_widgets_${folder})
  set_target_properties(${target} PROPERTIES AUTOMOC ON)
  target_compile_definitions(${target} PRIVATE QT_NO_KEYWORDS) # the core's own names, like Sink::emit, stay usable
  if(folder STREQUAL common)
    target_precompile_headers(${target} PRIVATE <QtWidgets>)
  elseif(NOT ARG_LINK)
    target_precompile_headers(${target} REUSE_FROM unwind_widgets_common)
  endif()
endfunction()
