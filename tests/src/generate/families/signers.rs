//! No signer, and several.

use crate::case::{
    Check, DemandedSignType, Expectation, ExpectedSigner, SignType, SubIndication, Verdict,
};
use crate::generate::algorithm::Hash;
use crate::generate::authority::{Authority, Signer};
use crate::generate::expected::{all_passed, signer_passed, unreadable};
use crate::generate::message::{Message, SignerInfo};
use crate::generate::vector::{Family, Vector};
use std::io;

const CONTENT: &[u8] = b"a content with several signers";
const WORST: &str =
    "Every SignerInfo is judged, and the document is as good as the worst; AWS-LC CVE-2026-3336";

/// Signers of a trusted CA, and one of another CA.
struct Scene<'a> {
    family: &'a Family,
    first: Signer,
    second: Signer,
    stranger: Signer,
}

impl Scene<'_> {
    fn save(
        &self,
        name: &str,
        reason: &str,
        message: &Message,
        expect: Expectation,
    ) -> io::Result<()> {
        Vector::new(
            name,
            message.encode(),
            reason,
            WORST,
            expect.content(CONTENT),
        )
        .save(self.family)
    }

    fn both(&self) -> Vec<ExpectedSigner> {
        vec![by_content(&self.first), by_content(&self.second)]
    }
}

fn good(signer: &Signer) -> SignerInfo {
    SignerInfo::message(signer, Hash::Sha256, CONTENT)
}

fn bad(signer: &Signer) -> SignerInfo {
    SignerInfo::message(signer, Hash::Sha256, b"another content")
}

fn by_content(signer: &Signer) -> ExpectedSigner {
    signer_passed(signer, SignType::Message)
}

pub(super) fn make(family: &Family) -> io::Result<()> {
    let ca = Authority::kakao();
    family.share("ca.der", &ca.certificate)?;
    let scene = Scene {
        family,
        first: ca.ec_signer(),
        second: ca.ec_signer(),
        stranger: Authority::kakao().ec_signer(),
    };
    nobody(&scene)?;
    all_good(&scene)?;
    one_bad(&scene)?;
    one_undecided(&scene)
}

fn nobody(scene: &Scene<'_>) -> io::Result<()> {
    let source = "RFC 5652 5.1 allows it; Bouncy Castle CVE-2026-59639, wolfSSL CVE-2026-55961";
    let expect = unreadable(Check::Signers);
    Vector::new(
        "none",
        Message::new(CONTENT)
            .certificate(&scene.first.certificate)
            .encode(),
        "Nobody signed: certificates and content alone are no signature.",
        source,
        expect.clone().content(CONTENT),
    )
    .save(scene.family)?;
    Vector::new(
        "none-certificates-only",
        Message::detached()
            .certificate(&scene.first.certificate)
            .encode(),
        "A bag of certificates is a SignedData without content and signers.",
        source,
        expect.clone(),
    )
    .save(scene.family)?;
    Vector::new(
        "none-with-content-supplied",
        Message::detached()
            .certificate(&scene.first.certificate)
            .encode(),
        "A content supplied for a bag of certificates is signed by nobody.",
        source,
        expect,
    )
    .content(CONTENT)
    .save(scene.family)
}

fn all_good(scene: &Scene<'_>) -> io::Result<()> {
    let (first, second) = (&scene.first, &scene.second);
    scene.save(
        "two-good",
        "Two signatures over the same content, both good.",
        &Message::new(CONTENT)
            .signer(first, good(first))
            .signer(second, good(second)),
        all_passed(scene.both()),
    )?;
    scene.save(
        "two-good-certificates-swapped",
        "Each SignerInfo finds its certificate by identifier and not by position.",
        &Message::new(CONTENT)
            .certificate(&second.certificate)
            .certificate(&first.certificate)
            .info(good(first))
            .info(good(second)),
        all_passed(scene.both()),
    )?;
    scene.save(
        "two-good-different-digests",
        "One signer used SHA-256, the other SHA-384; each is judged under its own.",
        &Message::new(CONTENT)
            .signer(first, good(first))
            .signer(second, SignerInfo::message(second, Hash::Sha384, CONTENT)),
        all_passed(scene.both()),
    )?;
    scene.save(
        "two-good-with-and-without-attributes",
        "One signer signed attributes, the other the content; both are good.",
        &Message::new(CONTENT).signer(first, good(first)).signer(
            second,
            SignerInfo::attributes(second, Hash::Sha256, CONTENT),
        ),
        all_passed(vec![
            by_content(first),
            signer_passed(second, SignType::SignedAttribute),
        ]),
    )?;
    scene.save(
        "same-signer-twice",
        "One certificate signed twice: two SignerInfos, two reports.",
        &Message::new(CONTENT)
            .signer(first, good(first))
            .info(good(first)),
        all_passed(vec![by_content(first), by_content(first)]),
    )
}

fn one_bad(scene: &Scene<'_>) -> io::Result<()> {
    let (first, second) = (&scene.first, &scene.second);
    let failed = |index| {
        let expect = all_passed(scene.both());
        expect.signer(
            index,
            Verdict::TotalFailed,
            SubIndication::SigCryptoFailure,
            Check::Signature,
        )
    };
    scene.save(
        "first-bad",
        "The first signature is over another content; the good one beside it does not heal the document.",
        &Message::new(CONTENT).signer(first, bad(first)).signer(second, good(second)),
        failed(0),
    )?;
    scene.save(
        "second-bad",
        "The second signature is over another content; the good one before it does not heal the document.",
        &Message::new(CONTENT).signer(first, good(first)).signer(second, bad(second)),
        failed(1),
    )?;
    let expect = all_passed(vec![by_content(first), by_content(first)]);
    scene.save(
        "same-signer-twice-second-bad",
        "The same certificate signed twice, the second time another content.",
        &Message::new(CONTENT)
            .signer(first, good(first))
            .info(bad(first)),
        expect.signer(
            1,
            Verdict::TotalFailed,
            SubIndication::SigCryptoFailure,
            Check::Signature,
        ),
    )
}

fn one_undecided(scene: &Scene<'_>) -> io::Result<()> {
    let (first, second, stranger) = (&scene.first, &scene.second, &scene.stranger);
    let untrusted = (
        Verdict::Indeterminate,
        SubIndication::NoCertificateChainFound,
        Check::Path,
    );
    let with_stranger = || all_passed(vec![by_content(first), by_content(stranger)]);
    scene.save(
        "second-untrusted",
        "The second certificate leads to no anchor, although its CA has the anchor's name.",
        &Message::new(CONTENT)
            .signer(first, good(first))
            .signer(stranger, good(stranger)),
        with_stranger().signer(1, untrusted.0, untrusted.1, untrusted.2),
    )?;
    scene.save(
        "untrusted-before-bad",
        "The first signer is undecided, the second forged: the worst decides, not the first.",
        &Message::new(CONTENT)
            .signer(stranger, good(stranger))
            .signer(second, bad(second)),
        all_passed(vec![by_content(stranger), by_content(second)])
            .signer(0, untrusted.0, untrusted.1, untrusted.2)
            .signer(
                1,
                Verdict::TotalFailed,
                SubIndication::SigCryptoFailure,
                Check::Signature,
            ),
    )?;
    let missing = (
        Verdict::Indeterminate,
        SubIndication::NoSigningCertificateFound,
        Check::SignerCertificate,
    );
    scene.save(
        "second-without-certificate",
        "The second signer's certificate is missing.",
        &Message::new(CONTENT)
            .signer(first, good(first))
            .info(good(second)),
        all_passed(scene.both()).signer(1, missing.0, missing.1, missing.2),
    )?;
    let mixed = Message::new(CONTENT).signer(first, good(first)).signer(
        second,
        SignerInfo::attributes(second, Hash::Sha256, CONTENT),
    );
    Vector::new(
        "second-of-another-sign-type",
        mixed.encode(),
        "The kind of signature demanded is demanded of every signer.",
        WORST,
        all_passed(vec![
            by_content(first),
            signer_passed(second, SignType::SignedAttribute),
        ])
        .signer(
            1,
            Verdict::Indeterminate,
            SubIndication::SigConstraintsFailure,
            Check::SignType,
        )
        .content(CONTENT),
    )
    .demand(DemandedSignType::Message)
    .save(scene.family)
}
