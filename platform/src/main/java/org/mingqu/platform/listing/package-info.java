/// Listing at a data exchange (art. 23): a filed product with a price, or free of charge, is packed with all that the
/// exchange asks for, sent, followed through the exchange's review, and withdrawn by itself as soon as it may not be
/// offered any more. What the exchange tells of trades is kept.
///
/// It needs no door.
@ApplicationModule(
        displayName = "Listing",
        allowedDependencies = {"products", "pricing", "filings", "workspace", "outside"})
@NullMarked
package org.mingqu.platform.listing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
