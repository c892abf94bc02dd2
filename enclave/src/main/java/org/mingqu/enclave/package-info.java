/// The domain: raw data in, computing inside, nothing out but results that were checked (art. 4, 15, 16, 32).
///
/// A process of its own: [Enclave] is its main. Orders come by mutual TLS as signed warrants, files by ticket
/// at the door. Each warrant that touches data is entered in the domain's own log before its answer leaves.
@NullMarked
package org.mingqu.enclave;

import org.jspecify.annotations.NullMarked;
