/// Products and services (art. 3, 22): a product is made of a released result, registered, reviewed for
/// compliance and security by the authority or an assessor, filed, and used for its approved scenario only.
///
/// Its door is [Products] (what is filed, and of what it was made), [ProductFiled] and [ProductEnded] by
/// which others are told, and [ProductCalled] by which they are told of each use, in the transaction of the
/// use: who listens can refuse it.
@ApplicationModule(displayName = "Products", allowedDependencies = "workspace")
@NullMarked
package org.mingqu.platform.products;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
