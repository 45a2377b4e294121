# kres_module(): one CMake target per folder, which sees only the headers of the folders it may include.
#
# kres_edges(folder [folder...])  records an allowed edge list; the first call for a folder also orders it.
# kres_module(folder SOURCES a.cc ... [TESTS a_test.cc ... [ON_POSTGRESQL]] [LIBS target ...] [TEST_LIBS target ...])
#   target kres_<folder with _>, headers included as "folder/name.h". Each folder gets an include
#   directory of its own in the build tree, so an include that Edges.cmake does not allow cannot compile.

set(KRES_FOLDERS "")

macro(kres_edges folder)
  list(APPEND KRES_FOLDERS ${folder})
  set(KRES_EDGES_${folder} ${ARGN})
endmacro()

function(kres_target_name out folder)
  string(REPLACE "/" "_" flat ${folder})
  set(${out} kres_${flat} PARENT_SCOPE)
endfunction()

function(kres_include_dir out folder)
  string(REPLACE "/" "_" flat ${folder})
  set(dir ${CMAKE_BINARY_DIR}/include/${flat})
  get_filename_component(parent ${dir}/${folder} DIRECTORY)
  file(MAKE_DIRECTORY ${parent})
  file(CREATE_LINK ${CMAKE_SOURCE_DIR}/src/${folder} ${dir}/${folder} SYMBOLIC)
  set(${out} ${dir} PARENT_SCOPE)
endfunction()

function(kres_link_edges target folder)
  foreach(edge IN LISTS KRES_EDGES_${folder})
    if(EXISTS ${CMAKE_SOURCE_DIR}/src/${edge}/CMakeLists.txt)
      kres_target_name(edge_target ${edge})
      target_link_libraries(${target} PUBLIC ${edge_target})
    endif()
  endforeach()
endfunction()

function(kres_module folder)
  cmake_parse_arguments(M "ON_POSTGRESQL" "" "SOURCES;TESTS;LIBS;TEST_LIBS" ${ARGN})
  kres_target_name(target ${folder})
  kres_include_dir(dir ${folder})
  if(M_SOURCES)
    add_library(${target} STATIC ${M_SOURCES})
    set(scope PUBLIC)
  else()
    add_library(${target} INTERFACE)
    set(scope INTERFACE)
  endif()
  target_include_directories(${target} ${scope} ${dir})
  foreach(edge IN LISTS KRES_EDGES_${folder})
    if(EXISTS ${CMAKE_SOURCE_DIR}/src/${edge}/CMakeLists.txt)
      kres_target_name(edge_target ${edge})
      target_link_libraries(${target} ${scope} ${edge_target})
    endif()
  endforeach()
  if(M_LIBS)
    target_link_libraries(${target} ${scope} ${M_LIBS})
  endif()
  if(M_TESTS)
    kres_test(${target}_test SOURCES ${M_TESTS} LIBS ${target} ${M_TEST_LIBS})
    if(M_ON_POSTGRESQL)
      kres_test_on_postgresql(${target}_test)
    endif()
  endif()
endfunction()

# kres_test(name SOURCES ... LIBS ...): a GoogleTest program, run by CTest case by case.
function(kres_test name)
  cmake_parse_arguments(T "" "TIMEOUT" "SOURCES;LIBS" ${ARGN})
  if(NOT T_TIMEOUT)
    set(T_TIMEOUT 300)
  endif()
  add_executable(${name} ${T_SOURCES})
  target_link_libraries(${name} PRIVATE ${T_LIBS} GTest::gtest_main)
  target_compile_definitions(${name} PRIVATE KRES_SOURCE_DIR="${CMAKE_SOURCE_DIR}"
                                             KRES_BINARY_DIR="${CMAKE_BINARY_DIR}")
  add_test(NAME ${name} COMMAND ${name})
  set_tests_properties(${name} PROPERTIES TIMEOUT ${T_TIMEOUT})
endfunction()

# kres_test_on_postgresql(name): CTest runs the program a second time, as <name>_postgresql, with a server of its own.
# The program's TestDatabase (storage/sql/test_database.h) then stands on that server.
function(kres_test_on_postgresql name)
  get_test_property(${name} TIMEOUT timeout)
  add_test(NAME ${name}_postgresql COMMAND kres_with_postgresql $<TARGET_FILE:${name}>)
  set_tests_properties(${name}_postgresql PROPERTIES TIMEOUT ${timeout})
  add_dependencies(${name} kres_with_postgresql)
endfunction()
