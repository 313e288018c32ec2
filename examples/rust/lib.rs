//! Examples of the library in use, and the articles that they read.
