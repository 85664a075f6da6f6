/** Pages: templates, assets, forms and notices. */
@NullMarked
package org.percuta.clinic.platform.web;

import org.jspecify.annotations.NullMarked;
