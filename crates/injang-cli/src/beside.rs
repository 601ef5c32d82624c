//! What lists (.p7b) have beside what an option takes of them: said, and not dropped without a word.

use crate::escape;
use crate::failure::{ExitStatus, Failure};
use injang::pem_or_der::Wanted;
use std::path::{Path, PathBuf};

/// Members of a list that an option does not take.
pub(crate) struct Beside {
    /// What the option names: the file, or its folder.
    argument: PathBuf,
    file: PathBuf,
    count: usize,
    /// What the option takes.
    wanted: Wanted,
}

impl Beside {
    /// `None` if there are none.
    pub(crate) fn of(argument: &Path, file: &Path, count: usize, wanted: Wanted) -> Option<Self> {
        (count > 0).then(|| Self {
            argument: argument.to_owned(),
            file: file.to_owned(),
            count,
            wanted,
        })
    }

    /// Whether the same file or folder is named for what is left over as well.
    pub(crate) fn is_named(&self, certificates: &[&[PathBuf]], evidence: &[&[PathBuf]]) -> bool {
        let lists = match self.wanted {
            Wanted::Certificates => evidence,
            Wanted::Evidence => certificates,
        };
        lists.iter().any(|list| list.contains(&self.argument))
    }

    /// What is left over, and with which option it would be used.
    pub(crate) fn warning(&self) -> Failure {
        let (file, count) = (escape::path(&self.file), self.count);
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
            Wanted::Evidence => (
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
