//! Every article of the inputs through one function, on all cores, and its results in order to one place.

use crate::input::{Document, InputArgs, Inputs, Item};
use crate::output::Frame;
use crate::report::{self, Problem, Tally};
use crate::stream;
use crate::terminal::Progress;
use std::io::{self, BufWriter, Write};
use std::num::NonZero;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::Ordering;

/// How to go through the articles.
pub struct Each<'a> {
    /// How inputs are read.
    pub reading: &'a InputArgs,
    /// 0: one for each core.
    pub threads: usize,
    /// The bar.
    pub progress: Progress,
}

impl Each<'_> {
    /// Renders every article and writes what comes of it in its frame.
    ///
    /// # Errors
    /// Where `out` cannot be written. What is wrong with an input goes to stderr and into the tally.
    pub fn write<W: Write>(
        mut self,
        items: Inputs,
        out: &mut BufWriter<W>,
        frame: &Frame,
        render: impl Fn(&Item, &Document) -> Result<Vec<u8>, Problem> + Sync,
    ) -> io::Result<Tally> {
        let mut tally = Tally::default();
        let (reading, skipped) = (self.reading, items.skipped());
        let work = |item: Item| (guarded(&item, reading, &render), item.size);
        stream::in_order(items, threads(self.threads), work, |batch: Vec<(Result<Rendered, Problem>, u64)>| {
            for (outcome, size) in batch {
                match outcome {
                    Ok(Rendered { article, note }) => {
                        self.progress.aside(|| note.iter().for_each(report::note));
                        out.write_all(&frame.before(tally.read == 0))?;
                        out.write_all(&article)?;
                        tally.read += 1;
                    }
                    Err(problem) => self.progress.aside(|| tally.fail(&problem)),
                }
                self.progress.advance(size);
            }
            out.flush()
        })?;
        report::left_out(skipped.load(Ordering::Relaxed));
        out.write_all(&frame.after(tally))?;
        out.flush()?;
        Ok(tally)
    }
}

/// What an article became, and what is to be said of how it was read.
struct Rendered {
    article: Vec<u8>,
    note: Option<Problem>,
}

/// A fault in the parser costs one article, and is named.
fn guarded(item: &Item, reading: &InputArgs, render: impl Fn(&Item, &Document) -> Result<Vec<u8>, Problem>) -> Result<Rendered, Problem> {
    let document = item.decode(reading)?;
    let rendered = catch_unwind(AssertUnwindSafe(|| render(item, &document)));
    let fault = |_| Err(Problem::new(&item.place, "a fault of onrecord itself; please report it with this input"));
    let article = rendered.unwrap_or_else(fault)?;
    Ok(Rendered { article, note: document.note.map(|note| Problem::new(&item.place, note)) })
}

fn threads(wanted: usize) -> usize {
    let cores = || std::thread::available_parallelism().map_or(1, NonZero::get);
    if wanted == 0 { cores() } else { wanted }
}
