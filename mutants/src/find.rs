//! The places of a source that can be changed, and how.
//!
//! A condition is not negated as a whole: that is noticed by any test that comes by. Each operand
//! of `&&` is taken to be true, each of `||` false, and the whole is forced both ways, which is
//! noticed only where a test rests on that very operand. `!`, `==` and `!=` need no change of their
//! own then.

use crate::edit::{Form, Mutant};
use proc_macro2::Span;
use std::collections::BTreeSet;
use std::ops::Range;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{BinOp, Expr, Item, ReturnType, Stmt, Type, UnOp};

/// Methods whose closure says yes or no.
const PREDICATES: &[&str] = &[
    "filter",
    "any",
    "all",
    "find",
    "position",
    "rposition",
    "is_some_and",
    "is_none_or",
    "is_ok_and",
    "is_err_and",
    "take_while",
    "skip_while",
    "retain",
    "partition",
];

/// Methods that are each other's opposite, or near it.
const OPPOSITES: &[(&str, &str)] = &[
    ("min", "max"),
    ("min_by", "max_by"),
    ("min_by_key", "max_by_key"),
    ("first", "last"),
    ("union", "intersection"),
];

/// Methods that are called for what they do; their call may be an expression of no value.
const EFFECTS: &[&str] = &[
    "push",
    "insert",
    "extend",
    "note",
    "retain",
    "get_or_insert",
];

/// The names of the integer constants of a source.
pub(crate) fn constants(file: &syn::File) -> BTreeSet<String> {
    struct Constants(BTreeSet<String>);
    impl<'ast> Visit<'ast> for Constants {
        fn visit_item_const(&mut self, item: &'ast syn::ItemConst) {
            self.add(&item.ident, &item.ty);
        }
        fn visit_impl_item_const(&mut self, item: &'ast syn::ImplItemConst) {
            self.add(&item.ident, &item.ty);
        }
    }
    impl Constants {
        fn add(&mut self, name: &syn::Ident, of: &Type) {
            let Type::Path(path) = of else { return };
            let integers = ["u8", "u16", "u32", "u64", "usize", "i32", "i64"];
            if integers.iter().any(|it| path.path.is_ident(it)) {
                self.0.insert(name.to_string());
            }
        }
    }
    let mut constants = Constants(BTreeSet::new());
    constants.visit_file(file);
    constants.0
}

/// All mutants of a source, in the order of their places.
pub(crate) fn mutants(source: &str, file: &syn::File, constants: &BTreeSet<String>) -> Vec<Mutant> {
    let mut finder = Finder {
        source,
        constants,
        path: Vec::new(),
        found: Vec::new(),
    };
    finder.visit_file(file);
    let mut found = finder.found;
    found.sort_by_key(|mutant| (mutant.range.start, mutant.range.end));
    found
}

struct Finder<'a> {
    source: &'a str,
    constants: &'a BTreeSet<String>,
    path: Vec<String>,
    found: Vec<Mutant>,
}

/// White space made one, and shortened in the middle, for people.
fn one_line(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let chars: Vec<char> = text.chars().collect();
    if chars.len() <= 120 {
        return text;
    }
    let (start, end) = (&chars[..80], &chars[chars.len() - 36..]);
    format!(
        "{}…{}",
        start.iter().collect::<String>(),
        end.iter().collect::<String>()
    )
}

fn range(span: Span) -> Range<usize> {
    span.byte_range()
}

fn is_of_tests(attributes: &[syn::Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        let is_cfg_test = attribute.path().is_ident("cfg")
            && attribute
                .meta
                .require_list()
                .is_ok_and(|list| list.tokens.to_string() == "test");
        is_cfg_test || attribute.path().is_ident("test")
    })
}

fn inner(expression: &Expr) -> &Expr {
    match expression {
        Expr::Paren(it) => inner(&it.expr),
        Expr::Group(it) => inner(&it.expr),
        other => other,
    }
}

/// Whether an expression is a `bool` by its form or its name.
fn is_truth(expression: &Expr) -> bool {
    match inner(expression) {
        Expr::Binary(it) => matches!(
            it.op,
            BinOp::And(_)
                | BinOp::Or(_)
                | BinOp::Eq(_)
                | BinOp::Ne(_)
                | BinOp::Lt(_)
                | BinOp::Le(_)
                | BinOp::Gt(_)
                | BinOp::Ge(_)
        ),
        Expr::Unary(it) => matches!(it.op, UnOp::Not(_)),
        Expr::Macro(it) => it.mac.path.is_ident("matches"),
        Expr::MethodCall(it) => says_yes_or_no(&it.method),
        Expr::Call(it) => match &*it.func {
            Expr::Path(path) => path
                .path
                .segments
                .last()
                .is_some_and(|last| says_yes_or_no(&last.ident)),
            _ => false,
        },
        Expr::Lit(it) => matches!(it.lit, syn::Lit::Bool(_)),
        _ => false,
    }
}

fn says_yes_or_no(name: &syn::Ident) -> bool {
    let name = name.to_string();
    let whole = [
        "contains",
        "any",
        "all",
        "starts_with",
        "ends_with",
        "matches",
    ];
    name.starts_with("is_") || name.starts_with("has_") || whole.contains(&&*name)
}

/// Operands of a chain of one operator, first to last.
fn operands<'e>(expression: &'e Expr, is_and: bool, into: &mut Vec<&'e Expr>) {
    match expression {
        Expr::Binary(it) if is_and && matches!(it.op, BinOp::And(_)) => {
            operands(&it.left, is_and, into);
            operands(&it.right, is_and, into);
        }
        Expr::Binary(it) if !is_and && matches!(it.op, BinOp::Or(_)) => {
            operands(&it.left, is_and, into);
            operands(&it.right, is_and, into);
        }
        other => into.push(other),
    }
}

impl Finder<'_> {
    fn text(&self, range: Range<usize>) -> &str {
        &self.source[range]
    }

    fn add(&mut self, range: Range<usize>, form: Form, mutated: &str) {
        let original = match form {
            Form::Before(_) => String::new(),
            _ => one_line(self.text(range.clone())),
        };
        self.found.push(Mutant {
            range,
            form,
            function: self.path.join("::"),
            original,
            mutated: one_line(mutated),
        });
    }

    fn replace(&mut self, expression: &Expr, by: &str) {
        let range = range(expression.span());
        if self.text(range.clone()) != by {
            self.add(range, Form::Replace(by.to_owned()), by);
        }
    }

    /// An expression with one part of it written otherwise.
    fn replace_part(&mut self, expression: &Expr, part: Span, by: &str) {
        let (whole, part) = (range(expression.span()), range(part));
        let (before, after) = (whole.start..part.start, part.end..whole.end);
        let mutated = format!("{}{by}{}", self.text(before), self.text(after));
        self.replace(expression, &mutated);
    }

    /// A condition that stands by itself: forced both ways, then its parts.
    fn condition(&mut self, expression: &Expr, forced: &[&str]) {
        for by in forced {
            self.replace(expression, by);
        }
        self.parts(expression);
    }

    /// The parts of a condition.
    fn parts(&mut self, expression: &Expr) {
        match inner(expression) {
            Expr::Binary(it) => {
                let (is_chain, is_and) = match it.op {
                    BinOp::And(_) => (true, true),
                    BinOp::Or(_) => (true, false),
                    _ => (false, false),
                };
                if is_chain {
                    let mut list = Vec::new();
                    operands(inner(expression), is_and, &mut list);
                    for operand in list {
                        self.condition(operand, &[if is_and { "true" } else { "false" }]);
                    }
                    return;
                }
                let other = match it.op {
                    BinOp::Lt(_) => Some("<="),
                    BinOp::Le(_) => Some("<"),
                    BinOp::Gt(_) => Some(">="),
                    BinOp::Ge(_) => Some(">"),
                    _ => None,
                };
                if let Some(other) = other {
                    self.replace_part(inner(expression), it.op.span(), other);
                }
                self.visit_expr(&it.left);
                self.visit_expr(&it.right);
            }
            Expr::Unary(it) if matches!(it.op, UnOp::Not(_)) => self.parts(&it.expr),
            other => self.below(other),
        }
    }

    /// A condition of `if` or `while`, which may have `let` operands.
    fn conditional(&mut self, condition: &Expr, forced: &[&str]) {
        let mut list = Vec::new();
        operands(condition, true, &mut list);
        if !list.iter().any(|operand| matches!(operand, Expr::Let(_))) {
            self.condition(condition, forced);
            return;
        }
        for operand in list {
            if let Expr::Let(it) = operand {
                self.add(range(it.span()), Form::NoMatch, "(no match)");
                self.visit_expr(&it.expr);
            } else {
                self.condition(operand, &["true", "false"]);
            }
        }
    }

    fn closure(&mut self, closure: &syn::ExprClosure, is_predicate: bool) {
        let has_type = !matches!(closure.output, ReturnType::Default);
        if !has_type && (is_predicate || is_truth(&closure.body)) {
            self.condition(&closure.body, &["true", "false"]);
        } else {
            self.visit_expr(&closure.body);
        }
    }

    fn function(&mut self, signature: &syn::Signature, block: &syn::Block) {
        if signature.constness.is_some() {
            return;
        }
        self.path.push(signature.ident.to_string());
        // A body of one expression that is a condition is forced below.
        let is_condition = matches!(&*block.stmts, [Stmt::Expr(it, None)] if is_truth(it));
        let values = values(&signature.output);
        if !is_condition && let Some(first) = block.stmts.first() {
            let at = range(first.span()).start;
            for value in values {
                let form = Form::Before(format!("return {value};"));
                self.add(at..at, form, &format!("return {value}"));
            }
        }
        self.visit_block(block);
        self.path.pop();
    }

    fn named(&mut self, name: String, visit: impl FnOnce(&mut Self)) {
        self.path.push(name);
        visit(self);
        self.path.pop();
    }

    /// What stands below an expression that is no condition.
    fn below(&mut self, expression: &Expr) {
        match expression {
            Expr::If(it) => {
                self.conditional(&it.cond, &["true", "false"]);
                self.visit_block(&it.then_branch);
                if let Some((_, branch)) = &it.else_branch {
                    self.visit_expr(branch);
                }
            }
            Expr::While(it) => {
                // Always true would not end.
                self.conditional(&it.cond, &["false"]);
                self.visit_block(&it.body);
            }
            Expr::Closure(it) => self.closure(it, false),
            Expr::Match(it) => self.arms(it),
            Expr::MethodCall(it) => {
                let method = it.method.to_string();
                for (one, other) in OPPOSITES {
                    if method == *one {
                        self.replace_part(expression, it.method.span(), other);
                    } else if method == *other {
                        self.replace_part(expression, it.method.span(), one);
                    }
                }
                let is_of_truth = ["then", "then_some"].contains(&&*method);
                if is_of_truth && !is_truth(&it.receiver) {
                    self.condition(&it.receiver, &["true", "false"]);
                } else {
                    self.visit_expr(&it.receiver);
                }
                for argument in &it.args {
                    match argument {
                        Expr::Closure(closure) if PREDICATES.contains(&&*method) => {
                            self.closure(closure, true);
                        }
                        other => self.visit_expr(other),
                    }
                }
            }
            Expr::Binary(it) => {
                let other = match it.op {
                    BinOp::Add(_) => Some("-"),
                    BinOp::Sub(_) => Some("+"),
                    _ => None,
                };
                if let Some(other) = other {
                    self.replace_part(expression, it.op.span(), other);
                }
                self.visit_expr(&it.left);
                self.visit_expr(&it.right);
            }
            Expr::Lit(it) => {
                if let syn::Lit::Int(integer) = &it.lit
                    && let Ok(value) = integer.base10_parse::<u128>()
                {
                    let suffix = integer.suffix();
                    self.replace(expression, &format!("{}{suffix}", value + 1));
                    if let Some(less) = value.checked_sub(1) {
                        self.replace(expression, &format!("{less}{suffix}"));
                    }
                }
            }
            Expr::Path(it) => {
                let last = it.path.segments.last().map(|last| last.ident.to_string());
                if last.is_some_and(|last| self.constants.contains(&last)) {
                    let text = self.text(range(it.span())).to_owned();
                    self.replace(expression, &format!("{text} + 1"));
                    self.replace(expression, &format!("{text} - 1"));
                }
            }
            // The length is a constant.
            Expr::Repeat(it) => self.visit_expr(&it.expr),
            Expr::Const(_) => {}
            other => visit::visit_expr(self, other),
        }
    }

    fn arms(&mut self, it: &syn::ExprMatch) {
        self.visit_expr(&it.expr);
        let is_rest = |arm: &syn::Arm| {
            arm.guard.is_none()
                && (matches!(arm.pat, syn::Pat::Wild(_))
                    || matches!(&arm.pat, syn::Pat::Ident(it) if is_binding(it)))
        };
        let rest = it.arms.iter().position(is_rest);
        for (index, arm) in it.arms.iter().enumerate() {
            match &arm.guard {
                Some((_, guard)) => self.conditional(guard, &["true", "false"]),
                None if rest.is_some_and(|rest| index < rest) => {
                    self.add(range(arm.pat.span()), Form::NoArm, "(arm left out)");
                }
                None => {}
            }
            self.visit_expr(&arm.body);
        }
    }
}

/// Whether a pattern is a name that takes anything; `None` is none, although it looks like one.
fn is_binding(pattern: &syn::PatIdent) -> bool {
    let name = pattern.ident.to_string();
    pattern.subpat.is_none() && name.starts_with(|char: char| char.is_lowercase() || char == '_')
}

/// What a function can return at once.
fn values(output: &ReturnType) -> &'static [&'static str] {
    let ReturnType::Type(_, output) = output else {
        return &["()"];
    };
    let Type::Path(path) = &**output else {
        return &[];
    };
    let Some(last) = path.path.segments.last() else {
        return &[];
    };
    let first_argument = match &last.arguments {
        syn::PathArguments::AngleBracketed(arguments) => arguments.args.first(),
        _ => None,
    };
    let is_unit = matches!(first_argument, Some(syn::GenericArgument::Type(Type::Tuple(it))) if it.elems.is_empty());
    match last.ident.to_string().as_str() {
        "bool" => &["true", "false"],
        "Result" if is_unit => &["Ok(())"],
        "Option" if is_unit => &["Some(())", "None"],
        "Option" => &["None"],
        "Vec" => &["Vec::new()"],
        _ => &[],
    }
}

impl<'ast> Visit<'ast> for Finder<'_> {
    fn visit_item(&mut self, item: &'ast Item) {
        match item {
            Item::Fn(it) if !is_of_tests(&it.attrs) => self.function(&it.sig, &it.block),
            Item::Mod(it) if !is_of_tests(&it.attrs) => {
                let name = it.ident.to_string();
                self.named(name, |this| visit::visit_item_mod(this, it));
            }
            Item::Impl(it) if !is_of_tests(&it.attrs) => {
                let name = match &*it.self_ty {
                    Type::Path(path) => {
                        path.path.segments.last().map(|last| last.ident.to_string())
                    }
                    _ => None,
                };
                // What is printed for people is no verdict.
                let is_display = it.trait_.as_ref().is_some_and(|(_, path, _)| {
                    let name = path.segments.last().map(|last| last.ident.to_string());
                    name.is_some_and(|name| ["Display", "Debug"].contains(&&*name))
                });
                if !is_display {
                    let name = name.unwrap_or_else(|| "impl".to_owned());
                    self.named(name, |this| visit::visit_item_impl(this, it));
                }
            }
            Item::Trait(it) => visit::visit_item_trait(self, it),
            _ => {}
        }
    }

    fn visit_impl_item_fn(&mut self, it: &'ast syn::ImplItemFn) {
        self.function(&it.sig, &it.block);
    }

    fn visit_trait_item_fn(&mut self, it: &'ast syn::TraitItemFn) {
        if let Some(block) = &it.default {
            self.function(&it.sig, block);
        }
    }

    fn visit_impl_item_const(&mut self, _: &'ast syn::ImplItemConst) {}
    fn visit_trait_item_const(&mut self, _: &'ast syn::TraitItemConst) {}
    fn visit_pat(&mut self, _: &'ast syn::Pat) {}
    fn visit_type(&mut self, _: &'ast Type) {}
    fn visit_attribute(&mut self, _: &'ast syn::Attribute) {}
    fn visit_generic_argument(&mut self, _: &'ast syn::GenericArgument) {}

    fn visit_stmt(&mut self, statement: &'ast Stmt) {
        match statement {
            Stmt::Expr(expression, Some(_)) => {
                let is_effect = match expression {
                    Expr::MethodCall(_) | Expr::Call(_) | Expr::Assign(_) | Expr::Try(_) => true,
                    Expr::Binary(it) => {
                        !is_truth(expression) && {
                            matches!(
                                it.op,
                                BinOp::AddAssign(_)
                                    | BinOp::SubAssign(_)
                                    | BinOp::BitOrAssign(_)
                                    | BinOp::BitAndAssign(_)
                            )
                        }
                    }
                    _ => false,
                };
                if is_effect {
                    self.add(range(statement.span()), Form::Skip, "(left out)");
                }
            }
            Stmt::Expr(Expr::MethodCall(it), None)
                if EFFECTS.contains(&&*it.method.to_string()) =>
            {
                self.add(
                    range(it.span()),
                    Form::Replace("()".to_owned()),
                    "(left out)",
                );
            }
            Stmt::Local(local) => {
                if let Some(init) = &local.init
                    && let Some((_, diverge)) = &init.diverge
                {
                    let otherwise = self.text(range(diverge.span())).to_owned();
                    let whole = range(local.span());
                    self.add(whole, Form::Before(otherwise), "(no match)");
                    if let Some(last) = self.found.last_mut() {
                        let pattern = range(local.pat.span()).start..range(init.expr.span()).end;
                        last.original = one_line(&self.source[pattern]);
                    }
                }
            }
            _ => {}
        }
        visit::visit_stmt(self, statement);
    }

    fn visit_expr(&mut self, expression: &'ast Expr) {
        if is_truth(expression) {
            self.condition(expression, &["true", "false"]);
        } else {
            self.below(expression);
        }
    }
}
