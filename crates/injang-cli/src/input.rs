//! Reading files, within bounds.

use crate::escape;
use crate::failure::{ExitStatus, Failure};
use injang::Lang;
use injang::{ContentStream, CryptoBackend, DigestAlgorithm, StreamedContent};
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

/// Octets read at most of a file with certificates, CRLs or OCSP responses. A CRL of 60 MB is real.
const PIECES: usize = 256 << 20;

/// Octets of a detached content that are held at a time.
const PIECE: usize = 1 << 20;

/// Where octets come from.
pub(crate) enum InputSource<'a> {
    /// Standard input.
    Stdin,
    /// A file.
    File(&'a Path),
}

impl<'a> InputSource<'a> {
    /// The source that an argument names; `-` is standard input.
    pub(crate) fn of(argument: &'a Path) -> Self {
        if argument == Path::new("-") {
            Self::Stdin
        } else {
            Self::File(argument)
        }
    }

    fn open(&self) -> io::Result<Box<dyn Read>> {
        Ok(match self {
            Self::Stdin => Box::new(io::stdin()),
            Self::File(path) => Box::new(File::open(path)?),
        })
    }

    /// The octets: at most `limit`, or one more where there are more.
    pub(crate) fn read(&self, limit: usize) -> Result<Vec<u8>, Failure> {
        let bound = u64::try_from(limit).unwrap_or(u64::MAX).saturating_add(1);
        let mut octets = Vec::new();
        self.open()
            .and_then(|source| source.take(bound).read_to_end(&mut octets))
            .map_err(|error| match self {
                Self::Stdin => unreadable("standard input", "표준 입력", error.kind()),
                Self::File(path) => unreadable_file(path, error.kind()),
            })?;
        Ok(octets)
    }

    /// The octets of a file with a CI, wiped when dropped. What is longer than any CI with white
    /// space around it is cut off, and is none.
    ///
    /// The file is not named in a failure: a CI itself may have been given in its place.
    pub(crate) fn read_ci(&self) -> Result<Zeroizing<Vec<u8>>, Failure> {
        self.read_secret(32 << 10, "--ci-file")
    }

    /// The octets of a file with secrets that an option names, wiped when dropped: those before the
    /// limit, and some more where there are more.
    ///
    /// The file is not named in a failure: what belongs into it may have been given in its place.
    pub(crate) fn read_secret(
        &self,
        limit: usize,
        option: &str,
    ) -> Result<Zeroizing<Vec<u8>>, Failure> {
        // No more than the file has: all of it will be wiped.
        let known = match self {
            Self::Stdin => None,
            Self::File(path) => std::fs::metadata(path)
                .ok()
                .filter(std::fs::Metadata::is_file),
        };
        let known = known.and_then(|it| usize::try_from(it.len()).ok());
        let limit = limit.min(known.unwrap_or(limit));
        // A place is always left that is larger than what the standard library buffers, so that its
        // buffer is passed by.
        let mut octets = Zeroizing::new(vec![0; limit + (64 << 10)]);
        let mut length = 0;
        let read = self.open().and_then(|mut source| {
            while length <= limit {
                match source.read(&mut octets[length..]) {
                    Ok(0) => break,
                    Ok(count) => length += count,
                    Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                    Err(error) => return Err(error),
                }
            }
            Ok(())
        });
        read.map_err(|error| {
            unreadable(
                &format!("the file of {option}"),
                &format!("{option}의 파일"),
                error.kind(),
            )
        })?;
        octets.truncate(length);
        Ok(octets)
    }
}

/// What an argument names, on one line.
pub(crate) fn name(argument: &Path, lang: Lang) -> String {
    match InputSource::of(argument) {
        InputSource::Stdin => lang.pick("standard input", "표준 입력").to_owned(),
        InputSource::File(path) => escape::path(path),
    }
}

/// A file of the caller's that is not what it should be.
pub(crate) fn unusable(path: &Path, english: &str, korean: &str) -> Failure {
    let path = escape::path(path);
    Failure::new(
        ExitStatus::Input,
        format!("{path}: {english}"),
        format!("{path}: {korean}"),
    )
}

/// The octets of a file with certificates, CRLs or OCSP responses.
pub(crate) fn read_pieces(path: &Path) -> Result<Vec<u8>, Failure> {
    read_whole(path, PIECES)
}

/// The octets of a file that is no longer than the limit.
pub(crate) fn read_whole(path: &Path, limit: usize) -> Result<Vec<u8>, Failure> {
    let octets = InputSource::File(path).read(limit)?;
    if octets.len() > limit {
        Err(too_large(path, limit))
    } else {
        Ok(octets)
    }
}

/// A detached content of any size, digested as it goes by; with its octets, if they are asked for and
/// no more than `most`.
pub(crate) fn stream_content(
    path: &Path,
    crypto: &dyn CryptoBackend,
    algorithms: &[DigestAlgorithm],
    most: Option<usize>,
) -> Result<(StreamedContent, Option<Vec<u8>>), Failure> {
    let mut kept = most.map(|_| Vec::new());
    let mut stream = ContentStream::new(crypto, algorithms);
    let mut read = || -> io::Result<()> {
        let mut file = File::open(path)?;
        let mut piece = vec![0; PIECE];
        loop {
            match file.read(&mut piece) {
                Ok(0) => return Ok(()),
                Ok(count) => {
                    stream.update(&piece[..count]);
                    kept = kept.take().filter(|it| most >= Some(it.len() + count));
                    if let Some(kept) = &mut kept {
                        kept.extend_from_slice(&piece[..count]);
                    }
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
    };
    read().map_err(|error| unreadable_file(path, error.kind()))?;
    Ok((stream.finish(), kept))
}

/// The files that an argument names.
pub(crate) struct NamedFiles {
    /// The one file, or every file directly in the folder, by name.
    pub(crate) files: Vec<PathBuf>,
    /// Whether the argument names a folder, so that its files were not named one by one.
    pub(crate) is_folder: bool,
    /// Every folder directly in the folder, by name: what is in it is not read.
    pub(crate) folders: Vec<PathBuf>,
}

/// The files that an argument names: itself, or those directly in a folder. What can't even be
/// looked at in a folder is among them: reading it says why.
pub(crate) fn files(path: &Path) -> Result<NamedFiles, Failure> {
    let at = |error: io::Error| unreadable_file(path, error.kind());
    if !std::fs::metadata(path).map_err(at)?.is_dir() {
        return Ok(NamedFiles {
            files: vec![path.into()],
            is_folder: false,
            folders: Vec::new(),
        });
    }
    let (mut files, mut folders) = (Vec::new(), Vec::new());
    for entry in std::fs::read_dir(path).map_err(at)? {
        let file = entry.map_err(at)?.path();
        // Through links, which is how certificate folders are often made.
        match std::fs::metadata(&file) {
            Ok(it) if it.is_dir() => folders.push(file),
            Ok(it) if !it.is_file() => {}
            _ => files.push(file),
        }
    }
    files.sort();
    folders.sort();
    Ok(NamedFiles {
        files,
        is_folder: true,
        folders,
    })
}

/// A file that is larger than any of its kind.
pub(crate) fn too_large(path: &Path, limit: usize) -> Failure {
    let path = escape::path(path);
    Failure::new(
        ExitStatus::Input,
        format!("{path} is larger than {limit} octets"),
        format!("{path}: {limit}바이트보다 큽니다"),
    )
}

fn unreadable_file(path: &Path, kind: io::ErrorKind) -> Failure {
    let path = escape::path(path);
    unreadable(&path, &path, kind)
}

fn unreadable(english: &str, korean: &str, kind: io::ErrorKind) -> Failure {
    let reason = match kind {
        io::ErrorKind::NotFound => "파일이 없습니다".to_owned(),
        io::ErrorKind::PermissionDenied => "읽을 권한이 없습니다".to_owned(),
        io::ErrorKind::IsADirectory => "파일이 아니라 폴더입니다".to_owned(),
        other => format!("읽을 수 없습니다({other})"),
    };
    Failure::new(
        ExitStatus::Input,
        match kind {
            io::ErrorKind::NotFound => format!("can't read {english}: no such file"),
            kind => format!("can't read {english}: {kind}"),
        },
        format!("{korean}: {reason}"),
    )
}
