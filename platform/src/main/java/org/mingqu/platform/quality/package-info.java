/// Quality and leaks (art. 25): a wrong value of a product is traced back through what the product was made of to the
/// departments that answer for it, which reply and correct within their terms, and all who use an affected product are
/// told; a leak is stopped, traced, found out, and may end the operation.
///
/// It needs no door: what it changes is seen in the state of workspaces.
@ApplicationModule(
        displayName = "Quality and leaks",
        allowedDependencies = {"catalogue", "products", "workspace"})
@NullMarked
package org.mingqu.platform.quality;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
