/**
 * Verifies Korean CMS signatures offline, and decides over the answers of Kakao, Toss and Barocert. Begin with
 * {@link io.injang.Injang}, {@link io.injang.Policy} and {@link io.injang.Request}; for an answer of a provider
 * with {@link io.injang.Exchange}.
 *
 * <p><a href="doc-files/overview.ko.html">한국어 안내</a>
 *
 * <p>A bad signature is a result, never an error: {@link io.injang.Injang#audit audit} describes it, and
 * {@link io.injang.Injang#verify verify} throws a checked {@link io.injang.VerificationException}, which carries
 * the report. An {@link io.injang.InjangException} means that the question could not be asked.
 */
package io.injang;
