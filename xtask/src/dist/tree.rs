//! The folder as it is installed. Everything in it finds the rest from its own place, so that the folder
//! may be moved.

use super::licences;
use super::native::Built;
use super::parts::Part;
use super::{Target, VERSION, copy, empty, failed, name, work, write};
use crate::chore::{Failed, root};
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

/// What the static library needs of the system, as the linker takes it: the same for pkg-config and
/// CMake.
const SYSTEM_LIBRARIES: [&str; 5] = ["gcc_s", "pthread", "dl", "rt", "m"];

/// Lays it out anew; the result is the folder.
pub(super) fn lay_out(target: Target, built: &Built, parts: &[Part]) -> Result<PathBuf, Failed> {
    let folder = work("tree").join(name(target));
    empty(&folder)?;
    let libraries = folder.join("lib");
    let file = format!("libinjang.so.{VERSION}");
    copy(&built.shared, &libraries.join(&file))?;
    copy(&built.archive, &libraries.join("libinjang.a"))?;
    link(&file, &libraries.join("libinjang.so.1"))?;
    link("libinjang.so.1", &libraries.join("libinjang.so"))?;
    for header in ["injang.h", "injang.hpp"] {
        let from = root().join("include").join(header);
        copy(&from, &folder.join("include").join(header))?;
    }
    describe(&folder, "lib")?;

    let documents = folder.join("share/doc/injang");
    for licence in ["LICENSE-APACHE", "LICENSE-MIT"] {
        copy(&root().join(licence), &documents.join(licence))?;
    }
    let texts = licences::collect(parts)?;
    write(&documents.join("THIRD-PARTY-LICENSES"), &texts)?;
    let standard = licences::standard_library()?;
    copy(&standard, &documents.join("RUST-STANDARD-LIBRARY.html"))?;
    Ok(folder)
}

/// The files by which pkg-config and CMake find the rest, where the libraries are in this folder.
pub(super) fn describe(folder: &Path, lib: &str) -> Result<(), Failed> {
    let libraries = folder.join(lib);
    write(&libraries.join("pkgconfig/injang.pc"), &pkg_config(lib))?;
    let cmake = libraries.join("cmake/Injang");
    write(&cmake.join("InjangConfig.cmake"), &cmake_config(lib))?;
    write(&cmake.join("InjangConfigVersion.cmake"), &cmake_version())
}

fn link(to: &str, at: &Path) -> Result<(), Failed> {
    symlink(to, at).map_err(failed(at))
}

fn pkg_config(lib: &str) -> String {
    let private = SYSTEM_LIBRARIES.map(|it| format!("-l{it}")).join(" ");
    format!(
        "\
prefix=${{pcfiledir}}/../..
libdir=${{prefix}}/{lib}
includedir=${{prefix}}/include

Name: Injang
Description: Verifies Korean CMS signatures offline
Version: {VERSION}
Cflags: -I${{includedir}}
Libs: -L${{libdir}} -linjang
Libs.private: {private}
"
    )
}

fn cmake_config(lib: &str) -> String {
    let private = SYSTEM_LIBRARIES.join(";");
    format!(
        "\
# Injang::injang is the shared library, Injang::injang_static the static one.
get_filename_component(_injang_prefix \"${{CMAKE_CURRENT_LIST_DIR}}/../../..\" ABSOLUTE)

if(NOT TARGET Injang::injang)
    add_library(Injang::injang SHARED IMPORTED)
    set_target_properties(Injang::injang PROPERTIES
        IMPORTED_LOCATION \"${{_injang_prefix}}/{lib}/libinjang.so.1\"
        IMPORTED_SONAME \"libinjang.so.1\"
        INTERFACE_INCLUDE_DIRECTORIES \"${{_injang_prefix}}/include\")
endif()

if(NOT TARGET Injang::injang_static)
    add_library(Injang::injang_static STATIC IMPORTED)
    set_target_properties(Injang::injang_static PROPERTIES
        IMPORTED_LOCATION \"${{_injang_prefix}}/{lib}/libinjang.a\"
        INTERFACE_INCLUDE_DIRECTORIES \"${{_injang_prefix}}/include\"
        INTERFACE_LINK_LIBRARIES \"{private}\")
endif()

unset(_injang_prefix)
"
    )
}

/// Another minor version of 0.x may break what the last one promised.
fn cmake_version() -> String {
    let series = VERSION
        .rsplit_once('.')
        .map_or(VERSION, |(series, _)| series);
    format!(
        "\
set(PACKAGE_VERSION \"{VERSION}\")
string(REGEX MATCH \"^[0-9]+\\\\.[0-9]+\" _injang_series \"${{PACKAGE_FIND_VERSION}}\")

if(NOT PACKAGE_FIND_VERSION)
    set(PACKAGE_VERSION_COMPATIBLE TRUE)
elseif(PACKAGE_FIND_VERSION VERSION_GREATER PACKAGE_VERSION)
    set(PACKAGE_VERSION_COMPATIBLE FALSE)
elseif(_injang_series STREQUAL \"{series}\")
    set(PACKAGE_VERSION_COMPATIBLE TRUE)
else()
    set(PACKAGE_VERSION_COMPATIBLE FALSE)
endif()
if(PACKAGE_FIND_VERSION STREQUAL PACKAGE_VERSION)
    set(PACKAGE_VERSION_EXACT TRUE)
endif()
unset(_injang_series)

# Built for pointers of eight octets.
if(CMAKE_SIZEOF_VOID_P AND NOT CMAKE_SIZEOF_VOID_P EQUAL 8)
    set(PACKAGE_VERSION_UNSUITABLE TRUE)
endif()
"
    )
}
