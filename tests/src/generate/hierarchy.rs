//! Hierarchies of CAs that imitate no real authority, with small certificates.

use super::authority::{SIGNER_USAGE, Signer, authority_template};
use super::certificate::{Template, key_usage, name, serial_of};
use super::der::{printable, utf8};
use super::key::Key;
use super::oid as id;

/// A CA, and one certificate that it has.
#[derive(Clone)]
pub(crate) struct Ca {
    pub(crate) key: Key,
    pub(crate) name: Vec<u8>,
    pub(crate) serial: Vec<u8>,
    pub(crate) certificate: Vec<u8>,
}

/// The template as it is.
pub(crate) fn usual(template: Template) -> Template {
    template
}

/// The name of a CA.
pub(crate) fn ca_name(common_name: &str) -> Vec<u8> {
    entity("INJANG TEST CA", common_name)
}

/// The name of a subscriber.
pub(crate) fn subscriber_name(common_name: &str) -> Vec<u8> {
    entity("INJANG TEST", common_name)
}

fn entity(organization: &str, common_name: &str) -> Vec<u8> {
    name(&[
        (id::COUNTRY_NAME, printable("KR")),
        (id::ORGANIZATION_NAME, utf8(organization)),
        (id::COMMON_NAME, utf8(common_name)),
    ])
}

/// Any serial number.
pub(crate) fn serial() -> Vec<u8> {
    serial_of(8, false)
}

impl Ca {
    /// A CA on P-256 that certifies itself.
    pub(crate) fn root(common_name: &str) -> Self {
        Self::root_as(common_name, &Key::ec(), usual)
    }

    /// A CA that certifies itself in another shape.
    pub(crate) fn root_as(
        common_name: &str,
        key: &Key,
        shape: impl FnOnce(Template) -> Template,
    ) -> Self {
        let name = ca_name(common_name);
        let template = shape(authority_template(&name, &name, &serial(), key));
        Self {
            key: key.clone(),
            name,
            certificate: template.sign(key),
            serial: template.serial,
        }
    }

    /// A new CA on P-256 below this one.
    pub(crate) fn ca(&self, common_name: &str) -> Self {
        self.ca_as(common_name, &Key::ec(), usual)
    }

    /// A certificate for a CA of this name and key, in another shape.
    pub(crate) fn ca_as(
        &self,
        common_name: &str,
        key: &Key,
        shape: impl FnOnce(Template) -> Template,
    ) -> Self {
        let name = ca_name(common_name);
        let template = shape(authority_template(&self.name, &name, &serial(), key));
        Self {
            key: key.clone(),
            name: template.subject.clone(),
            certificate: template.sign(&self.key),
            serial: template.serial,
        }
    }

    /// A new subscriber on P-256.
    pub(crate) fn signer(&self) -> Signer {
        self.signer_as(usual)
    }

    /// A new subscriber on P-256 whose certificate has another shape.
    pub(crate) fn signer_as(&self, shape: impl FnOnce(Template) -> Template) -> Signer {
        let key = Key::ec();
        let subject = subscriber_name("Test signer");
        let template = Template::new(&self.name, &subject, &serial(), &key)
            .with(id::KEY_USAGE, key_usage(&SIGNER_USAGE));
        let template = shape(template);
        Signer {
            issuer: template.issuer.clone(),
            serial: template.serial.clone(),
            certificate: template.sign(&self.key),
            key,
        }
    }

    /// Another certificate of the usual shape, for a signer that has one already.
    pub(crate) fn certify(&self, signer: &Signer) -> Signer {
        let subject = subscriber_name("Test signer");
        let template = Template::new(&self.name, &subject, &serial(), &signer.key)
            .with(id::KEY_USAGE, key_usage(&SIGNER_USAGE));
        Signer {
            serial: template.serial.clone(),
            certificate: template.sign(&self.key),
            ..signer.clone()
        }
    }

    /// The CA as a signer of documents.
    pub(crate) fn as_signer(&self, issuer: &Self) -> Signer {
        Signer {
            key: self.key.clone(),
            issuer: issuer.name.clone(),
            serial: self.serial.clone(),
            certificate: self.certificate.clone(),
        }
    }
}
