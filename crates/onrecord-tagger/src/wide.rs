//! Plain loops, compiled for the widest registers that the processor has.

/// Does work whose loops the compiler turns into wide registers: what is inlined into it is compiled for AVX2, too, for processors that
/// have it.
#[cfg(target_arch = "x86_64")]
pub fn wide<R>(work: impl FnOnce() -> R) -> R {
    match pulp::x86::V3::try_new() {
        Some(simd) => simd.vectorize(Wide(work)),
        None => work(),
    }
}

/// Does work whose loops the compiler turns into wide registers.
#[cfg(not(target_arch = "x86_64"))]
pub fn wide<R>(work: impl FnOnce() -> R) -> R {
    work()
}

#[cfg(target_arch = "x86_64")]
struct Wide<F>(F);

#[cfg(target_arch = "x86_64")]
impl<R, F: FnOnce() -> R> pulp::NullaryFnOnce for Wide<F> {
    type Output = R;

    #[inline(always)]
    fn call(self) -> R {
        (self.0)()
    }
}
