//! `Policy`

use crate::argument::{named, pieces};
use crate::errors::{argument, material};
use injang::{MaterialError, OidBuf, Policy as Inner, PolicyBuilder, Profile, Revocation};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyTuple};

/// What documents are judged by; made once and shared.
#[pyclass(frozen, module = "injang", name = "Policy")]
pub(crate) struct Policy {
    pub(crate) inner: Inner,
    /// What it was made of, to be pickled.
    inputs: Inputs,
}

#[derive(Clone)]
struct Inputs {
    revocation: String,
    trust: Vec<Vec<u8>>,
    intermediates: Vec<Vec<u8>>,
    revocation_data: Vec<Vec<u8>>,
    ocsp_responders: Vec<Vec<u8>>,
    profile: String,
    acceptable_policies: Vec<String>,
    explicit_policy: Option<bool>,
    inhibit_policy_mapping: bool,
    inhibit_any_policy: bool,
    signer_policies: Vec<String>,
    purpose: Option<String>,
    anchor_constraints: bool,
    cache_size: Option<usize>,
}

type Add = fn(&mut PolicyBuilder, &[u8]) -> Result<(), MaterialError>;

impl Inputs {
    fn build(&self, py: Python<'_>) -> PyResult<Inner> {
        let mode = |name: &str| match name {
            "require" => Some(Revocation::Require),
            "none" => Some(Revocation::NotChecked),
            _ => None,
        };
        let names = || vec!["require", "none"];
        let mode = named(py, "revocation", Some(&self.revocation), mode, names)?;
        let mut builder = Inner::builder(mode.unwrap_or(Revocation::Require))
            .anchor_constraints(self.anchor_constraints)
            .inhibit_policy_mapping(self.inhibit_policy_mapping)
            .inhibit_any_policy(self.inhibit_any_policy)
            .acceptable_policies(
                oids(py, "acceptable_policies", &self.acceptable_policies)?
                    .iter()
                    .map(OidBuf::as_oid),
            )
            .signer_policies(
                oids(py, "signer_policies", &self.signer_policies)?
                    .iter()
                    .map(OidBuf::as_oid),
            );
        let names = || Profile::ALL.map(Profile::name).to_vec();
        if let Some(profile) = named(
            py,
            "profile",
            Some(&self.profile),
            Profile::from_name,
            names,
        )? {
            builder = builder.profile(profile);
        }
        if let Some(require) = self.explicit_policy {
            builder = builder.require_explicit_policy(require);
        }
        if let Some(purpose) = &self.purpose {
            builder = builder.purpose(oid(py, "purpose", purpose)?.as_oid());
        }
        if let Some(size) = self.cache_size {
            builder = builder.cache_size(size);
        }
        let lists: [(&str, &[Vec<u8>], Add); 4] = [
            ("trust", &self.trust, PolicyBuilder::add_trust),
            (
                "intermediates",
                &self.intermediates,
                PolicyBuilder::add_intermediates,
            ),
            (
                "ocsp_responders",
                &self.ocsp_responders,
                PolicyBuilder::add_ocsp_responders,
            ),
            (
                "revocation_data",
                &self.revocation_data,
                PolicyBuilder::add_revocation_data,
            ),
        ];
        for (name, pieces, add) in lists {
            for piece in pieces {
                add(&mut builder, piece).map_err(|error| material(py, name, error))?;
            }
        }
        Ok(py.detach(|| builder.build()))
    }
}

fn oid(py: Python<'_>, name: &str, text: &str) -> PyResult<OidBuf> {
    let what = "an OBJECT IDENTIFIER in dotted form, such as 1.2.410.200099.1";
    OidBuf::parse(text).ok_or_else(|| argument(py, name, what))
}

fn oids(py: Python<'_>, name: &str, texts: &[String]) -> PyResult<Vec<OidBuf>> {
    texts.iter().map(|text| oid(py, name, text)).collect()
}

fn list(value: Option<&Bound<'_, PyAny>>, name: &str) -> PyResult<Vec<Vec<u8>>> {
    value.map_or_else(|| Ok(Vec::new()), |it| pieces(it, name))
}

#[pymethods]
impl Policy {
    #[new]
    #[pyo3(signature = (*, trust, revocation, intermediates=None, revocation_data=None,
        ocsp_responders=None, profile="standard", acceptable_policies=Vec::new(),
        explicit_policy=None, inhibit_policy_mapping=false, inhibit_any_policy=false,
        signer_policies=Vec::new(), purpose=None, anchor_constraints=false, cache_size=None))]
    #[expect(clippy::too_many_arguments, reason = "each is a keyword")]
    fn new(
        py: Python<'_>,
        trust: &Bound<'_, PyAny>,
        revocation: &str,
        intermediates: Option<&Bound<'_, PyAny>>,
        revocation_data: Option<&Bound<'_, PyAny>>,
        ocsp_responders: Option<&Bound<'_, PyAny>>,
        profile: &str,
        acceptable_policies: Vec<String>,
        explicit_policy: Option<bool>,
        inhibit_policy_mapping: bool,
        inhibit_any_policy: bool,
        signer_policies: Vec<String>,
        purpose: Option<String>,
        anchor_constraints: bool,
        cache_size: Option<usize>,
    ) -> PyResult<Self> {
        let inputs = Inputs {
            revocation: revocation.to_owned(),
            trust: pieces(trust, "trust")?,
            intermediates: list(intermediates, "intermediates")?,
            revocation_data: list(revocation_data, "revocation_data")?,
            ocsp_responders: list(ocsp_responders, "ocsp_responders")?,
            profile: profile.to_owned(),
            acceptable_policies,
            explicit_policy,
            inhibit_policy_mapping,
            inhibit_any_policy,
            signer_policies,
            purpose,
            anchor_constraints,
            cache_size,
        };
        let inner = inputs.build(py)?;
        Ok(Self { inner, inputs })
    }

    fn with_revocation_data(
        &self,
        py: Python<'_>,
        revocation_data: &Bound<'_, PyAny>,
    ) -> PyResult<Self> {
        let data = pieces(revocation_data, "revocation_data")?;
        let octets = data.iter().map(Vec::as_slice);
        let inner = self.inner.with_revocation_data(octets);
        let inner = inner.map_err(|error| material(py, "revocation_data", error))?;
        let mut inputs = self.inputs.clone();
        inputs.revocation_data = data;
        Ok(Self { inner, inputs })
    }

    #[getter]
    fn policy_sha256(&self) -> Option<String> {
        let sha256 = self.inner.core().stated().policy_sha256?;
        Some(base16ct::lower::encode_string(&sha256))
    }

    #[getter]
    fn anchors(&self) -> usize {
        self.inner.core().stated().anchors
    }

    #[getter]
    fn revocation(&self) -> &str {
        &self.inputs.revocation
    }

    fn manifest(&self) -> Option<String> {
        self.inner.manifest()
    }

    fn to_json(&self) -> String {
        self.inner.to_json()
    }

    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        py.import("json")?
            .call_method1("loads", (self.inner.to_json(),))
    }

    /// It can't change: a copy is itself.
    fn __copy__(slf: Py<Self>) -> Py<Self> {
        slf
    }

    fn __deepcopy__(slf: Py<Self>, _memo: &Bound<'_, PyAny>) -> Py<Self> {
        slf
    }

    fn __getnewargs_ex__<'py>(
        &self,
        py: Python<'py>,
    ) -> PyResult<(Bound<'py, PyTuple>, Bound<'py, PyDict>)> {
        let inputs = &self.inputs;
        let bytes = |pieces: &[Vec<u8>]| {
            let all = pieces.iter().map(|it| pyo3::types::PyBytes::new(py, it));
            PyTuple::new(py, all.collect::<Vec<_>>())
        };
        let all = PyDict::new(py);
        all.set_item("trust", bytes(&inputs.trust)?)?;
        all.set_item("revocation", &inputs.revocation)?;
        all.set_item("intermediates", bytes(&inputs.intermediates)?)?;
        all.set_item("revocation_data", bytes(&inputs.revocation_data)?)?;
        all.set_item("ocsp_responders", bytes(&inputs.ocsp_responders)?)?;
        all.set_item("profile", &inputs.profile)?;
        all.set_item("acceptable_policies", &inputs.acceptable_policies)?;
        all.set_item("explicit_policy", inputs.explicit_policy)?;
        all.set_item("inhibit_policy_mapping", inputs.inhibit_policy_mapping)?;
        all.set_item("inhibit_any_policy", inputs.inhibit_any_policy)?;
        all.set_item("signer_policies", &inputs.signer_policies)?;
        all.set_item("purpose", &inputs.purpose)?;
        all.set_item("anchor_constraints", inputs.anchor_constraints)?;
        all.set_item("cache_size", inputs.cache_size)?;
        Ok((PyTuple::empty(py), all))
    }

    fn __eq__(&self, other: &Self) -> bool {
        let sha256 = |it: &Self| it.inner.core().stated().policy_sha256;
        sha256(self).is_some() && sha256(self) == sha256(other)
    }

    fn __hash__(&self) -> u64 {
        let sha256 = self.inner.core().stated().policy_sha256.unwrap_or_default();
        sha256
            .iter()
            .take(8)
            .fold(0, |all, it| all << 8 | u64::from(*it))
    }

    fn __repr__(&self) -> String {
        let stated = self.inner.core().stated();
        format!(
            "<injang.Policy anchors={} intermediates={} revocation='{}' revocation_data={}>",
            stated.anchors, stated.intermediates, stated.revocation, stated.revocation_data
        )
    }
}
