# Completion of highlight in bash. In ~/.bashrc:  eval "$(highlight completion bash)"

_highlight_completion() {
    local line=${COMP_LINE:0:COMP_POINT}
    local quote='' typed='' kept=0 i character candidate rest
    COMPREPLY=()

    # Readline replaces what follows an open quote or else the last sign of COMP_WORDBREAKS: so many characters of the word are kept.
    for ((i = 0; i < ${#line}; i++)); do
        character=${line:i:1}
        if [[ -n $quote ]]; then
            if [[ $character == "$quote" ]]; then
                quote='' kept=${#typed}
            else
                typed+=$character
            fi
        elif [[ $character == [[:space:]] ]]; then
            typed='' kept=0
        elif [[ $character == [\"\'] ]]; then
            quote=$character kept=${#typed}
        elif [[ $character == \\ ]]; then
            ((i++))
            typed+=${line:i:1}
        else
            typed+=$character
            if [[ $COMP_WORDBREAKS == *"$character"* ]]; then
                kept=${#typed}
            fi
        fi
    done

    while IFS= read -r candidate; do
        rest=${candidate:kept}
        if [[ -z $quote && $rest == *[^-A-Za-z0-9_./:,=+@%~]* ]]; then
            rest="'${rest//\'/\'\\\'\'}'"
        fi
        COMPREPLY+=("$rest")
    done < <("${1/#\~/$HOME}" '[suggest]' "$line" 2>/dev/null)

    # One goes on typing inside a folder.
    if [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == */ ]]; then
        compopt -o nospace 2>/dev/null
    fi
}

complete -F _highlight_completion highlight
