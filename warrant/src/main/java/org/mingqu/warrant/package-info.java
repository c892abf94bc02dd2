/// The contract between the platform and the enclave: what may be ordered, by whom, and what comes back.
///
/// A [Warrant] holds one [Order], who gives it and until when; a [WarrantSigner] signs it with the platform's SM2
/// key,
/// and a [WarrantCheck] in the enclave accepts it once. [EnclaveClient] carries it there over mutual TLS and brings
/// back
/// an [Answer] or an [EnclaveRefusal]. [Trust] makes the keys and certificates of both ends.
///
/// Everything that crosses is a record here with one canonical JSON form ([WarrantJson]). No raw value of a
/// person is part of any order, and of answers only in what the lanes let out.
@NullMarked
package org.mingqu.warrant;

import org.jspecify.annotations.NullMarked;
