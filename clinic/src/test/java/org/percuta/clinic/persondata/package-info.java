@org.jspecify.annotations.NullMarked
package org.percuta.clinic.persondata;
