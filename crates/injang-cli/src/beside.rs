//! What an option does not take of what it names, said and not dropped without a word: what lists (.p7b)
//! have beside what is taken of them, and folders within a folder.

use crate::escape;
use crate::failure::{ExitStatus, Failure};
use injang::pem_or_der::Wanted;
use std::path::{Path, PathBuf};

/// Something that an option does not take.
pub(crate) struct Beside {
    /// What the option names: the file, or its folder.
    argument: PathBuf,
    /// The file of the list, or the folder within the folder.
    file: PathBuf,
    /// How many members of a list; `None` of a folder.
    count: Option<usize>,
    /// What the option takes.
    wanted: Wanted,
}

impl Beside {
    /// `None` if there are none.
    pub(crate) fn of(argument: &Path, file: &Path, count: usize, wanted: Wanted) -> Option<Self> {
        (count > 0).then(|| Self {
            argument: argument.to_owned(),
            file: file.to_owned(),
            count: Some(count),
            wanted,
        })
    }

    /// A folder within the folder that an option names.
    pub(crate) fn folder(argument: &Path, folder: PathBuf, wanted: Wanted) -> Self {
        Self {
            argument: argument.to_owned(),
            file: folder,
            count: None,
            wanted,
        }
    }

    /// Whether the same file or folder is named for what is left over as well.
    pub(crate) fn is_named(&self, certificates: &[&[PathBuf]], data: &[&[PathBuf]]) -> bool {
        if self.count.is_none() {
            // Whatever option names it has it read.
            let mut all = certificates.iter().chain(data);
            return all.any(|list| list.contains(&self.file));
        }
        let lists = match self.wanted {
            Wanted::Certificates => data,
            Wanted::RevocationData => certificates,
        };
        lists.iter().any(|list| list.contains(&self.argument))
    }

    /// What is left over, and with which option it would be used.
    pub(crate) fn warning(&self) -> Failure {
        let file = escape::path(&self.file);
        let Some(count) = self.count else {
            return Failure::new(
                ExitStatus::Accepted,
                format!(
                    "note: {file} is a folder within a folder, which is not read; name it by itself"
                ),
                format!(
                    "참고: {file}은(는) 폴더 안의 폴더이므로 읽지 않았습니다. 사용하려면 따로 지정하세요"
                ),
            );
        };
        let (english, korean) = match self.wanted {
            Wanted::Certificates => (
                format!(
                    "note: {file} also has CRLs or OCSP responses ({count}), which are not used; \
                     name it with --crl as well"
                ),
                format!(
                    "참고: {file}에는 CRL 또는 OCSP 응답도 {count}개 있으며 사용하지 않았습니다. 사용하려면 \
                     --crl로도 지정하세요"
                ),
            ),
            Wanted::RevocationData => (
                format!(
                    "note: {file} also has certificates ({count}), which are not used; name it with \
                     --intermediate as well"
                ),
                format!(
                    "참고: {file}에는 인증서도 {count}개 있으며 사용하지 않았습니다. 사용하려면 \
                     --intermediate로도 지정하세요"
                ),
            ),
        };
        Failure::new(ExitStatus::Accepted, english, korean)
    }
}
