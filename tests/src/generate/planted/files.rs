//! The archive as files, for programs in other languages.

use super::{Archive, KINDS};
use std::fs;
use std::io::{self, BufWriter, Write as _};
use std::path::Path;

impl Archive {
    /// Writes so many rows into a folder: the certificates, CRLs, documents and contents as files named by
    /// their number, and `rows.tsv` with a line for each row, in which an empty field is null. `kinds.tsv`
    /// says what the rows of each kind must say.
    ///
    /// # Errors
    /// When files can't be written.
    pub fn write(&self, folder: &Path, count: usize) -> io::Result<()> {
        for (name, files) in [
            ("trust", &self.trust),
            ("revocation_data", &self.revocation_data),
            ("documents", &self.documents),
            ("contents", &self.contents),
        ] {
            fs::create_dir_all(folder.join(name))?;
            for (number, octets) in files.iter().enumerate() {
                fs::write(folder.join(name).join(format!("{number:03}.bin")), octets)?;
            }
        }
        let mut kinds = fs::File::create(folder.join("kinds.tsv"))?;
        writeln!(kinds, "name\toutcome\tsub_indication\tidentity\terror_code")?;
        for it in KINDS {
            let (sub, identity, code) = (it.sub_indication, it.identity, it.error_code);
            writeln!(
                kinds,
                "{}\t{}\t{sub}\t{identity}\t{code}",
                it.name, it.outcome
            )?;
        }
        let mut rows = BufWriter::new(fs::File::create(folder.join("rows.tsv"))?);
        writeln!(
            rows,
            "id\tkind\tdocument\tcontent\tdigest\tat\tsign_type\tci\tvid"
        )?;
        for (number, row) in self.rows(count).enumerate() {
            let kind = row.kind.map_or("", |it| KINDS[it].name);
            let index = |it: Option<usize>| it.map_or_else(String::new, |it| it.to_string());
            let (document, content) = (index(row.document), index(row.content));
            let texts = [
                row.digest,
                row.at,
                row.sign_type.map(Into::into),
                row.ci,
                row.vid,
            ];
            let texts = texts.map(Option::unwrap_or_default).join("\t");
            writeln!(rows, "{number}\t{kind}\t{document}\t{content}\t{texts}")?;
        }
        rows.flush()
    }
}
