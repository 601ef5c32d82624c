//! Why certval judges a generated chain otherwise than Injang, and why Injang is right.

use crate::chain::{Chain, is_network};
use crate::link::{
    BASIC, COMMON, CONSTRAINTS, EMAIL, General, INHIBIT_ANY, LIMITS, Link, MAPPINGS, NAMES,
    POLICY_LIST,
};
use crate::reference_validators::{Ours, Theirs};
use certval::PathValidationStatus as Status;
use injang_core::report::Reason;

/// A class of chains on which the two differ.
pub(crate) struct Class {
    pub(crate) reason: &'static str,
    /// What the two say of these chains.
    pub(crate) looks: fn(&Ours, &Theirs) -> bool,
    /// Takes the cause away, so that they agree; `None` where certval gets it right if it is
    /// asked what any policy would give.
    pub(crate) repair: Option<fn(&mut Chain)>,
}

fn we_refuse(ours: &Ours, theirs: &Theirs, reason: &Reason) -> bool {
    theirs.is_valid() && *ours == Ours::Invalid(vec![reason.clone()])
}

/// Ours refuses an extension that it can't read.
fn we_cannot_read(ours: &Ours) -> bool {
    matches!(ours, Ours::Invalid(reasons) if matches!(reasons[..], [Reason::ExtensionMalformed(_)]))
}

fn they_refuse(ours: &Ours, theirs: &Theirs, status: Status) -> bool {
    ours.is_valid() && matches!(theirs, Theirs::Invalid(it, _) if *it == status)
}

fn each(chain: &mut Chain, edit: impl Fn(&mut Link)) {
    chain.links.iter_mut().for_each(&edit);
    edit(&mut chain.anchor);
}

fn constraints(link: &mut Link) -> [&mut Vec<General>; 2] {
    [&mut link.permitted, &mut link.excluded]
}

pub(crate) const CLASSES: &[Class] = &[
    Class {
        reason: "an anchor whose certificate says that it is no CA is one for itself alone; to \
                 certval any anchor is a name and a key",
        looks: |ours, theirs| we_refuse(ours, theirs, &Reason::AnchorIssuesNothing),
        repair: Some(|chain| {
            let length = chain.anchor.basic.and_then(|(_, length)| length);
            chain.anchor.basic = Some((true, length));
            chain.anchor.usage = None;
            chain.anchor.odd = None;
        }),
    },
    Class {
        reason: "certval wants keyUsage of every CA; RFC 5280 6.1.4 n asks only what it says",
        looks: |ours, theirs| they_refuse(ours, theirs, Status::InvalidKeyUsage),
        repair: Some(|chain| {
            let count = chain.links.len() - 1;
            for link in &mut chain.links[..count] {
                link.usage.get_or_insert_with(|| vec![5]);
            }
        }),
    },
    Class {
        reason: "taking a policy out that the user does not accept, certval takes out what is \
                 below it although other policies lead there too, and leaves some of a policy \
                 that is listed twice; RFC 9618 5.5 takes nothing out",
        looks: |ours, theirs| match theirs {
            Theirs::Valid(_) => true,
            _ => they_refuse(ours, theirs, Status::NullPolicySet),
        },
        repair: None,
    },
    Class {
        reason: "a mask with holes in it: certval compares nothing with the network, be it an \
                 excluded one; RFC 5280 4.2.1.10 wants RFC 4632's",
        looks: |ours, theirs| theirs.is_valid() && we_cannot_read(ours),
        repair: Some(|chain| {
            each(chain, |link| {
                for list in constraints(link) {
                    list.retain(is_network);
                }
            });
        }),
    },
    Class {
        reason: "a network whose address has more bits than its mask: certval can't read it and \
                 lets no address pass; what the mask leaves is compared",
        looks: |ours, theirs| they_refuse(ours, theirs, Status::NameConstraintsViolation),
        repair: Some(|chain| {
            each(chain, |link| {
                for name in constraints(link).into_iter().flatten() {
                    if let General::Ip(octets) = name {
                        let middle = octets.len() / 2;
                        let (address, mask) = octets.split_at_mut(middle);
                        address
                            .iter_mut()
                            .zip(mask)
                            .for_each(|(octet, mask)| *octet &= *mask);
                    }
                }
            });
        }),
    },
    Class {
        reason: "a host that ends in a dot: certval refuses it under constraints of any form; it \
                 matters only to those of its own (RFC 5280 4.2.1.10)",
        looks: |ours, theirs| they_refuse(ours, theirs, Status::NameConstraintsViolation),
        repair: Some(|chain| {
            each(chain, |link| {
                for name in &mut link.names {
                    if let General::Dns(text) | General::Mail(text) = name {
                        *text = text.strip_suffix('.').unwrap_or(text);
                    }
                }
            });
        }),
    },
    Class {
        reason: "an empty base permits all hosts (zero labels more or less: RFC 5280 4.2.1.10); \
                 to certval it is none",
        looks: |ours, theirs| they_refuse(ours, theirs, Status::NameConstraintsViolation),
        repair: Some(without_empty_bases),
    },
    Class {
        reason: "an empty base excludes all hosts and mailboxes; to certval it is none",
        looks: |ours, theirs| we_refuse(ours, theirs, &Reason::NameExcluded),
        repair: Some(without_empty_bases),
    },
    Class {
        reason: "a common name that is a host's is held to dNSName's constraints where there is \
                 no dNSName, since some take it for one",
        looks: |ours, theirs| {
            we_refuse(ours, theirs, &Reason::NameExcluded)
                || we_refuse(ours, theirs, &Reason::NameNotPermitted)
        },
        repair: Some(|chain| {
            for (kind, _, text) in &mut chain.links.last_mut().expect("an end").subject {
                if *kind == COMMON {
                    "Nobody".clone_into(text);
                }
            }
        }),
    },
    Class {
        reason: "excluded hosts and a name with a wildcard, which stands for one of them; certval \
                 takes it for a host",
        looks: |ours, theirs| we_refuse(ours, theirs, &Reason::NameExcluded),
        repair: Some(|chain| {
            each(chain, |link| link.names.retain(is_single));
        }),
    },
    Class {
        reason: "a URI without a host name, under constraints on URIs, must be refused (RFC 5280 \
                 4.2.1.10)",
        looks: |ours, theirs| we_refuse(ours, theirs, &Reason::NameUnprocessed),
        repair: Some(|chain| {
            let is_other = |name: &General| match name {
                General::Uri(text) => text.contains("example"),
                _ => true,
            };
            each(chain, |link| link.names.retain(is_other));
        }),
    },
    Class {
        reason: "a quoted local part with @ in it is not compared, and refused; certval compares \
                 the octets",
        looks: |ours, theirs| we_refuse(ours, theirs, &Reason::NameUnprocessed),
        repair: Some(|chain| {
            each(chain, |link| {
                let is_other = |text: &str| !text.starts_with('"');
                link.names
                    .retain(|it| !matches!(it, General::Mail(text) if !is_other(text)));
                link.subject
                    .retain(|(kind, _, text)| *kind != EMAIL || is_other(text));
            });
        }),
    },
    Class {
        reason: "lists that must have a member (RFC 5280 4.2.1.4 to 4.2.1.6) and have none; \
                 policyConstraints that say nothing (4.2.1.11); a minimum that is not 0, in a \
                 certificate that constrains nobody",
        looks: |ours, theirs| theirs.is_valid() && we_cannot_read(ours),
        repair: Some(|chain| {
            let types = [NAMES, POLICY_LIST, MAPPINGS, CONSTRAINTS];
            each(chain, |link| {
                link.odd = link.odd.filter(|(kind, value)| {
                    !types.contains(kind) && (*kind, *value) != (LIMITS, &[0x30, 0][..])
                });
            });
        }),
    },
    Class {
        reason: "a policy that is listed twice (RFC 5280 4.2.1.4: none must be)",
        looks: |ours, theirs| {
            matches!(theirs, Theirs::Valid(_) | Theirs::Invalid(..))
                && matches!(ours, Ours::Invalid(reasons) if matches!(reasons[..], [Reason::PolicyRepeated(_)]))
        },
        repair: Some(|chain| {
            each(chain, |link| {
                if let Some(policies) = &mut link.policies {
                    policies.sort_unstable();
                    policies.dedup();
                }
            });
        }),
    },
    Class {
        reason: "bases of mailboxes and URIs that are no host, domain or mailbox compare with \
                 nothing, so that what they exclude would not be; certval takes them as they are",
        looks: |ours, theirs| {
            matches!(theirs, Theirs::Valid(_) | Theirs::Invalid(..)) && we_cannot_read(ours)
        },
        repair: Some(|chain| {
            each(chain, |link| {
                for list in constraints(link) {
                    list.retain(|it| match it {
                        General::Mail(text) => is_mail_base(text),
                        General::Uri(text) => is_domain(text),
                        _ => true,
                    });
                }
            });
        }),
    },
    Class {
        reason: "a base of hosts that begins with a dot is none (RFC 5280 4.2.1.10), wherever it \
                 stands; certval looks at the CAs of the path",
        looks: |ours, theirs| theirs.is_valid() && we_cannot_read(ours),
        repair: Some(|chain| {
            each(chain, |link| {
                for list in constraints(link) {
                    list.retain(|it| *it != General::Dns(".example.test"));
                }
            });
        }),
    },
    Class {
        reason: "certval reads pathLenConstraint up to 255; RFC 5280 4.2.1.9 gives no bound",
        looks: |ours, theirs| {
            they_refuse(ours, theirs, Status::MissingBasicConstraints)
                || they_refuse(ours, theirs, Status::EncodingError)
        },
        repair: Some(|chain| {
            each(chain, |link| {
                link.odd = link.odd.filter(|(kind, _)| *kind != BASIC);
            });
        }),
    },
    Class {
        reason: "critical policyMappings of an anchor: known, and without effect there; certval \
                 refuses the anchor, as it does those with what it does not know",
        looks: |ours, theirs| ours.is_valid() && *theirs == Theirs::Failed,
        repair: Some(|chain| chain.anchor.mappings.clear()),
    },
    Class {
        reason: "an anchor's policyConstraints and inhibitAnyPolicy count certificates, as they \
                 do elsewhere; certval takes any number for 0",
        looks: |ours, _| ours.is_valid(),
        repair: Some(|chain| {
            let anchor = &mut chain.anchor;
            let all = [
                &mut anchor.require_policy,
                &mut anchor.inhibit_mapping,
                &mut anchor.inhibit_any,
            ];
            for number in all {
                *number = number.map(|_| 0);
            }
            let types = [LIMITS, INHIBIT_ANY];
            anchor.odd = anchor.odd.filter(|(kind, _)| !types.contains(kind));
        }),
    },
];

/// Whether a text is a host, a domain with a dot before it, or nothing.
fn is_domain(text: &str) -> bool {
    let is_label = |label: &str| {
        !label.is_empty()
            && label
                .bytes()
                .all(|octet| octet.is_ascii_alphanumeric() || b"-_".contains(&octet))
    };
    let host = text.strip_prefix('.').unwrap_or(text);
    text.is_empty() || host.split('.').all(is_label)
}

fn is_mail_base(text: &str) -> bool {
    match text.rsplit_once('@') {
        Some((local, host)) => !local.is_empty() && !host.is_empty() && is_domain(host),
        None => is_domain(text),
    }
}

fn is_single(name: &General) -> bool {
    !matches!(name, General::Dns(text) if text.starts_with("*."))
}

/// Takes empty bases of hosts and mailboxes out: where one is permitted all are, and the others
/// of its form say nothing.
fn without_empty_bases(chain: &mut Chain) {
    each(chain, |link| {
        if link.permitted.contains(&General::Dns("")) {
            link.permitted.retain(|it| !matches!(it, General::Dns(_)));
        }
        if link.permitted.contains(&General::Uri("")) {
            link.permitted.retain(|it| !matches!(it, General::Uri(_)));
        }
        if link.permitted.contains(&General::Mail("")) {
            link.permitted.retain(|it| !matches!(it, General::Mail(_)));
        }
        link.excluded
            .retain(|it| ![General::Dns(""), General::Mail(""), General::Uri("")].contains(it));
    });
}
