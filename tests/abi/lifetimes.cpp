// What a temporary must not lend: views that nothing would keep. Each line fails to compile where an
// overload for temporaries is there, and its twin where the one for variables is not.
#include "injang.hpp"

#include <type_traits>
#include <utility>

namespace {

template <typename, template <typename> class, typename Owner> struct lends : std::false_type {};
template <template <typename> class Getter, typename Owner>
struct lends<std::void_t<Getter<Owner>>, Getter, Owner> : std::true_type {};

/// Whether only what stays can be asked.
template <template <typename> class Getter, typename Owner>
constexpr bool only_of_variables = lends<void, Getter, const Owner &>::value &&
                                   !lends<void, Getter, Owner>::value &&
                                   !lends<void, Getter, const Owner>::value;

template <typename Owner> using value = decltype(std::declval<Owner>().value());
template <typename Owner> using report = decltype(std::declval<Owner>().report());
template <typename Owner> using view = decltype(std::declval<Owner>().view());
template <typename Owner> using star = decltype(*std::declval<Owner>());
template <typename Owner> using manifest = decltype(std::declval<Owner>().manifest());
template <typename Owner> using get = decltype(std::declval<Owner>().get());
template <typename Owner> using document = decltype(std::declval<Owner>().document(0));
template <typename Owner> using headline = decltype(std::declval<Owner>().headline());
template <typename Owner> using sentence = decltype(std::declval<Owner>().reason_sentence(0));
template <typename Owner> using json = decltype(std::declval<Owner>().json());
template <typename Owner> using text = decltype(std::declval<Owner>().text());
template <typename Owner> using brief = decltype(std::declval<Owner>().brief());

static_assert(only_of_variables<value, injang::outcome>);
static_assert(only_of_variables<report, injang::outcome>);
static_assert(only_of_variables<view, injang::report>);
static_assert(only_of_variables<star, injang::report>);
static_assert(only_of_variables<manifest, injang::policy>);
static_assert(only_of_variables<get, injang::policy>);
static_assert(only_of_variables<get, injang::request>);
static_assert(only_of_variables<get, injang::exchange>);
static_assert(only_of_variables<get, injang::decision>);
static_assert(only_of_variables<document, injang::decision>);
static_assert(only_of_variables<headline, injang::decision>);
static_assert(only_of_variables<sentence, injang::decision>);
static_assert(only_of_variables<json, injang::decision>);
static_assert(only_of_variables<text, injang::decision>);
static_assert(only_of_variables<brief, injang::decision>);
static_assert(only_of_variables<json, injang::inspection>);
static_assert(only_of_variables<text, injang::inspection>);

// A view lends what its report keeps, and may be a temporary itself.
static_assert(lends<void, json, injang::report_view>::value);
static_assert(lends<void, headline, injang::report_view>::value);

} // namespace
