/// Prices (art. 24, 36; 发改价格〔2025〕65号): the operator's ledger of costs, the permitted revenue of a period, the cap of
/// each product, the price that is never above it, and from metered use the bill and the statement of income.
///
/// It hears of each use by an event of `products` and refuses one that no price is in force for.
@ApplicationModule(displayName = "Pricing", allowedDependencies = "products")
@NullMarked
package org.mingqu.platform.pricing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
