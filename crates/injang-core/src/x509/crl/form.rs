//! The form of a CRL's own extensions, so far as reading them does not ask for it (RFC 5280 5.2).

use crate::encoding::error::Error;
use crate::encoding::oid;
use crate::x509::addresses::descriptions;
use crate::x509::distribution_point::DistributionPoint;
use crate::x509::extension::Extension;
use crate::x509::general_name::GeneralName;

/// Whether an extension is critical as RFC 5280 5.2 has it, and, where nothing else reads it, of its
/// type. What is not known is taken as it is.
pub(super) fn is_strict(extension: &Extension<'_>) -> bool {
    match extension.oid() {
        // 5.2.3: never critical.
        oid::CRL_NUMBER => !extension.is_critical(),
        // 5.2.4 and 5.2.5: always critical, or whoever does not know them reads another CRL.
        oid::DELTA_CRL_INDICATOR | oid::ISSUING_DISTRIBUTION_POINT => extension.is_critical(),
        // 5.2.1, 4.2.1.1
        oid::AUTHORITY_KEY_IDENTIFIER => {
            !extension.is_critical() && extension.has_strict_key_identifier()
        }
        // 5.2.2, 4.2.1.7
        oid::ISSUER_ALT_NAME => {
            let names = extension.general_names();
            names.is_ok_and(|names| names.iter().all(GeneralName::is_strict_der))
        }
        // 5.2.6
        oid::FRESHEST_CRL => {
            let points = extension.distribution_points();
            points.is_ok_and(|points| points.iter().all(DistributionPoint::is_strict_freshest))
        }
        // 5.2.7
        oid::AUTHORITY_INFO_ACCESS => are_issuers(extension).unwrap_or(false),
        _ => true,
    }
}

/// Whether authorityInfoAccess says where certificates of the CRL's issuer are, and nothing else.
fn are_issuers(extension: &Extension<'_>) -> Result<bool, Error> {
    let mut count = 0usize;
    let mut are_strict = true;
    descriptions(extension, &mut |method, location| {
        count += 1;
        are_strict &= method == oid::AD_CA_ISSUERS && location.is_strict_der();
    })?;
    Ok(count > 0 && are_strict)
}
