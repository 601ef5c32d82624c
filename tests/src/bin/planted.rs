//! Writes an archive with planted failures: `planted ROWS FOLDER`.

use injang_tests::generate::planted::Archive;
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [rows, folder] = &arguments[..] else {
        eprintln!("planted ROWS FOLDER");
        return ExitCode::from(64);
    };
    let Ok(rows) = rows.parse() else {
        eprintln!("planted: {rows} is no number of rows");
        return ExitCode::from(64);
    };
    match Archive::new().write(Path::new(folder), rows) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("planted: {folder}: {error}");
            ExitCode::FAILURE
        }
    }
}
