"""How the built-in model is made, and how to make one of your own from its weights; needs `summarize[train]`.

Each module is a command, `python -m summarize.training.NAME --help`, in this order:

    unpack     the built-in model, or ONNX files -> a checkpoint that can be trained
    base       a flan-t5 folder and your texts   -> a model with a vocabulary that fits them (only to start anew)
    prepare    articles and briefs               -> token files, nothing of the held-out set among them
    train      a model and token files           -> checkpoints and a log; goes on where it was stopped
    candidates a converted model and token files -> its own answers with scores, for `train --ranking`
    export     a checkpoint                      -> a folder for `summarize --model`, checked, with a model card

and `rebuild` runs base, prepare, train in two stages and export, as the built-in model is made.
"""
